import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '@tradeyard/app-kit';
import { useToast } from '@tradeyard/design-system';
import { applyFormula, putChanges } from './revision-changes';
import { everyLine, pricesChanged } from './revisions.queries';
import type { DiffLine, FormulaBody, RevisionPlace } from './revision-views';
import { wayBack } from './way-back';

/** As many prices of a draft as are put back while somebody waits. */
export const MOST_UNDONE = 2_000;

interface Written {
  before: readonly DiffLine[];
  /** The draft once the formula was through. */
  after: Promise<readonly DiffLine[] | null>;
}

/** Applies a formula; what the draft said before comes back by undoing it, unless that is more than MOST_UNDONE. */
export function useFormula(revision: RevisionPlace, onDone: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { show } = useToast();
  const refusal = useRefusal();
  const undo = useMutation({
    mutationFn: async ({ before, after }: Written) => {
      const changes = wayBack(before, (await after) ?? []);
      return changes.length === 0 ? { accepted: 0, refused: [] } : putChanges(revision, changes);
    },
    onSuccess: ({ accepted, refused }) =>
      show({
        message:
          refused.length > 0
            ? t('revisions.formula.undoneBut', { count: refused.length })
            : t('revisions.formula.undone', { count: accepted }),
      }),
    onError: (error) => show({ message: refusal(error) }),
    onSettled: () => pricesChanged(client),
  });
  return useMutation({
    mutationFn: async (body: FormulaBody) => {
      const before = await everyLine(revision, MOST_UNDONE);
      return { before, answer: await applyFormula(revision, body) };
    },
    onSuccess: ({ before, answer: { changes } }) => {
      const written = before && before.length + changes <= MOST_UNDONE && { before, after: afterwards(revision) };
      show({
        message: t('revisions.formula.done', { count: changes }),
        ...(written && { undo: { label: t('revisions.undo'), onUndo: () => undo.mutate(written) } }),
      });
      onDone();
      return pricesChanged(client);
    },
  });
}

function afterwards(revision: RevisionPlace): Written['after'] {
  const lines = everyLine(revision, MOST_UNDONE);
  // Whoever undoes hears of it; nobody else waits for it.
  lines.catch(() => undefined);
  return lines;
}
