import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { ApiError } from '@tradeyard/api-client';
import { useRefusal } from '@tradeyard/app-kit';
import { useToast } from '@tradeyard/design-system';
import { pricesChanged } from './revisions.queries';
import { pathOf, type PriceKey, type Revision } from './revision-views';
import { revisionSteps } from './use-revision-steps';

/** Whether a roll back was refused for what a draft can mend: prices under their floor, or changed again since. */
export const needsDraft = (error: unknown): error is ApiError =>
  error instanceof ApiError && ['price.below_margin_floor', 'revision.conflict'].includes(error.code);

/**
 * Gives prices back what they were before a revision: at once, which can be undone the same way, or as a draft that is
 * opened to be looked at first. What a draft can mend is not told here: `RollBackRefused` leads there.
 */
export function useRollBack(revision: Revision) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const refusal = useRefusal();
  const { show } = useToast();
  const undo = useMutation({
    mutationFn: (made: Revision) => revisionSteps.rollBack(made, { draft: false }),
    onSuccess: () => show({ message: t('revisions.rollBack.undone', { number: revision.number }) }),
    onError: (error) => show({ message: refusal(error) }),
    onSettled: () => pricesChanged(client),
  });
  return useMutation({
    mutationFn: ({ draft, lines }: { draft: boolean; lines?: readonly PriceKey[] }) =>
      revisionSteps.rollBack(revision, { draft, lines }),
    onSuccess: (made, { draft, lines }) => {
      if (draft || made.status === 'draft' || made.status === 'submitted') {
        void navigate(pathOf(made));
        return;
      }
      show({
        message: lines
          ? t('revisions.rollBack.someDone', { count: lines.length, number: made.number })
          : t('revisions.rollBack.done', { number: revision.number, made: made.number }),
        undo: { label: t('revisions.undo'), onUndo: () => undo.mutate(made) },
      });
    },
    onError: (error) => {
      if (!needsDraft(error)) show({ message: refusal(error) });
    },
    onSettled: () => pricesChanged(client),
  });
}
