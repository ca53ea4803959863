import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import { ConfirmDialog, useToast } from '@tradeyard/design-system';
import { FormProblem } from '../../shared/form/form-problem';
import { isStale, Stale } from './stale';
import type { Revision } from './revision-views';
import { revisionSteps, useStep } from './use-revision-steps';

/** Asks before a revision is put aside for good: nothing leads back from there. */
export function WithdrawDialog({ revision, onClose }: { revision: Revision; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const { show } = useToast();
  const refusal = useRefusal();
  const [seen] = useState(revision);
  const { number, version, status, liveAt, goesLiveAt } = seen;
  const withdraw = useStep(() => revisionSteps.withdraw(seen, { version }));
  const at = liveAt ?? goesLiveAt;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('revisions.withdraw.title', { number })}
      effect={
        status === 'scheduled' && at
          ? t('revisions.withdraw.scheduled', { at: dateTime(at) })
          : t('revisions.withdraw.draft')
      }
      confirmLabel={t('revisions.steps.withdraw')}
      cancelLabel={t('revisions.withdraw.keep')}
      danger
      busy={withdraw.isPending}
      disabledReason={isStale(withdraw.error) ? t('revisions.stale.look') : undefined}
      onConfirm={() =>
        withdraw.mutate(undefined, {
          onSuccess: () => {
            show({ message: t('revisions.withdraw.done', { number }) });
            onClose();
          },
        })
      }
    >
      {isStale(withdraw.error) ? (
        <Stale seen={seen} onLook={onClose} />
      ) : (
        <FormProblem>{withdraw.error ? refusal(withdraw.error) : ''}</FormProblem>
      )}
    </ConfirmDialog>
  );
}
