import type { ReactNode } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '@tradeyard/app-kit';
import { ConfirmDialog, useToast } from '@tradeyard/design-system';
import { publish, pricesChanged, revisionQuery, type Revision } from './prices.queries';

/** Asks before drafts go live; each table's goes as a whole, and the first refusal stops. */
export function PublishDialog({
  drafts,
  changes,
  onRefused,
  onClose,
}: {
  drafts: readonly Revision[];
  changes: number;
  onRefused: (reason: string) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const client = useQueryClient();
  const { show } = useToast();
  const work = useMutation({
    mutationFn: async () => {
      for (const draft of drafts) {
        const current = await client.fetchQuery({ ...revisionQuery(draft), staleTime: 0 });
        if (current.status !== 'draft' || current.changeCount === 0) continue;
        try {
          await publish(current);
        } catch (error) {
          throw new Error(`${draft.tableName}: ${refusal(error)}`, { cause: error });
        }
      }
    },
    onMutate: () => onRefused(''),
    onSuccess: () => show({ message: t('prices.published', { count: changes }) }),
    onError: ({ message }) => onRefused(message),
    onSettled: () => {
      onClose();
      return pricesChanged(client);
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('prices.publishAsk', { count: changes })}
      effect={t('prices.publishEffect', {
        tables: drafts.map(({ tableName }) => tableName).join(', '),
      })}
      confirmLabel={t('prices.publish')}
      cancelLabel={t('prices.keepDraft')}
      busy={work.isPending}
      onConfirm={() => work.mutate()}
    />
  );
}
