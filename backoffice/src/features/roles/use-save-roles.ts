import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ApiError } from '@tradeyard/api-client';
import { useRefusal } from '@tradeyard/app-kit';
import { rolesQuery } from '../../shared/people/people.queries';
import { discarded, doneByOthers, permissionsAfter, type RoleChanges, type RoleEdits } from './role-edits';
import { useRoleChanges } from './roles.queries';

/**
 * Saves pending edits role by role; those that are saved leave the edits. When somebody else changed a role meanwhile
 * the edits are laid over theirs and `merged` says what they did: nothing is overwritten unseen.
 */
export function useSaveRoles(setEdits: (change: (now: RoleEdits) => RoleEdits) => void): {
  save: (changes: readonly RoleChanges[]) => Promise<void>;
  busy: boolean;
  problem: string;
  merged: RoleChanges | null;
  clear: () => void;
} {
  const client = useQueryClient();
  const refusal = useRefusal();
  const { change } = useRoleChanges();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [merged, setMerged] = useState<RoleChanges | null>(null);
  const clear = (): void => {
    setProblem('');
    setMerged(null);
  };

  const merge = async (before: RoleChanges): Promise<void> => {
    const roles = await client.fetchQuery({ ...rolesQuery, staleTime: 0 });
    const now = roles.find(({ id }) => id === before.role.id);
    if (now) setMerged({ role: now, ...doneByOthers(before.role, now) });
    else setEdits((edits) => discarded(edits, before.role.id));
  };
  const save = async (changes: readonly RoleChanges[]): Promise<void> => {
    clear();
    setBusy(true);
    for (const one of changes) {
      const { id, name, version } = one.role;
      try {
        await change.mutateAsync({ id, permissions: permissionsAfter(one), version });
        setEdits((edits) => discarded(edits, id));
      } catch (error) {
        if (error instanceof ApiError && error.code === 'role.stale') await merge(one);
        else setProblem(changes.length > 1 ? `${name}: ${refusal(error)}` : refusal(error));
        break;
      }
    }
    setBusy(false);
  };
  return { save, busy, problem, merged, clear };
}
