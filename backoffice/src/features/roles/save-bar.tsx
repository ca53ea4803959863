import type { ReactNode } from 'react';
import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Alert, Button } from '@tradeyard/design-system';
import type { RoleChanges } from './role-edits';

/** What is pending, for how many people, and what to do about it; a refusal stands above. */
export function SaveBar({
  changes,
  busy,
  problem,
  notice,
  onDiscard,
  onSave,
}: {
  changes: readonly RoleChanges[];
  busy: boolean;
  problem: string;
  notice: ReactNode;
  onDiscard: () => void;
  onSave: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const count = changes.reduce((sum, { granted, withdrawn }) => sum + granted.length + withdrawn.length, 0);
  const people = changes.reduce((sum, { role }) => sum + role.memberCount, 0);
  const [only] = changes;
  return (
    <section className="savebar" aria-label={t('roles.pending')}>
      {(problem || notice) && (
        <div className="w-full col g4">
          {notice}
          {problem && <Alert meaning="danger" title={problem} assertive />}
        </div>
      )}
      <Pencil className="i" />
      <span className="grow" role="status">
        <b>
          {changes.length === 1
            ? t('roles.changesTo', { count, name: only?.role.name })
            : t('roles.changesToRoles', { count, roles: changes.length })}
        </b>{' '}
        {t('roles.forPeople', { count: people })}
      </span>
      <Button variant="ghost" onClick={onDiscard}>
        {t('form.discard')}
      </Button>
      <Button variant="primary" busy={busy} onClick={onSave}>
        {t('list.save')}
      </Button>
    </section>
  );
}
