import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '@tradeyard/app-kit';
import { Button, Dialog, Field, TextArea, useToast } from '@tradeyard/design-system';
import { FormProblem } from '../../shared/form/form-problem';
import { isStale, Stale } from './stale';
import type { Revision } from './revision-views';
import { revisionSteps, useStep } from './use-revision-steps';

/** Approves or sends back exactly what was looked at, with a word to whoever wrote it. */
export function DecideDialog({
  revision,
  decision,
  onClose,
}: {
  revision: Revision;
  decision: 'approve' | 'reject';
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const { show } = useToast();
  const [note, setNote] = useState('');
  // What is decided on is what stood on the screen when the dialog opened, whatever arrives meanwhile.
  const [seen] = useState(revision);
  const decide = useStep(() =>
    revisionSteps[decision](seen, { version: seen.version, ...(note.trim() && { note: note.trim() }) }),
  );
  const { number, changeCount, author } = seen;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`revisions.${decision}.title`, { number })}
      description={t(`revisions.${decision}.text`, { count: changeCount, name: author?.name ?? '–' })}
      closeLabel={t('list.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('revisions.notYet')}</Button>
          <Button
            variant={decision === 'approve' ? 'primary' : 'danger'}
            busy={decide.isPending}
            disabledReason={isStale(decide.error) ? t('revisions.stale.look') : undefined}
            onClick={() =>
              decide.mutate(undefined, {
                onSuccess: () => {
                  show({ message: t(`revisions.${decision}.done`, { number }) });
                  onClose();
                },
              })
            }
          >
            {t(`revisions.steps.${decision}`)}
          </Button>
        </>
      }
    >
      <div className="col g5">
        {isStale(decide.error) ? (
          <Stale seen={seen} onLook={onClose} />
        ) : (
          <FormProblem>{decide.error ? refusal(decide.error) : ''}</FormProblem>
        )}
        <Field label={t('revisions.comment')} aside={decision === 'approve' ? t('list.optional') : undefined}>
          <TextArea rows={3} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
