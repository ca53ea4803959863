import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '@tradeyard/app-kit';
import { Button, Dialog, Field, TextArea, useToast } from '@tradeyard/design-system';
import { FormProblem } from '../../shared/form/form-problem';
import { useMay } from '../../shared/session';
import { BelowFloor, isBelowFloor } from './below-floor';
import { isStale, Stale } from './stale';
import type { Revision } from './revision-views';
import { revisionSteps, useStep } from './use-revision-steps';

/** Hands a revision in for approval, with a note for whoever decides. */
export function SubmitDialog({ revision, onClose }: { revision: Revision; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const mayOverride = useMay()('price.override_floor');
  const { show } = useToast();
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  const [seen] = useState(revision);
  const submit = useStep(() =>
    revisionSteps.submit(seen, {
      version: seen.version,
      ...(note.trim() && { note: note.trim() }),
      ...(reason.trim() && { overrideReason: reason.trim() }),
    }),
  );
  const { error } = submit;
  const floor = isBelowFloor(error);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('revisions.submit.title', { count: seen.changeCount })}
      description={t('revisions.submit.text')}
      closeLabel={t('list.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('list.cancel')}</Button>
          <Button
            variant="primary"
            busy={submit.isPending}
            disabledReason={
              isStale(error)
                ? t('revisions.stale.look')
                : floor && (!mayOverride || !reason.trim())
                  ? t(mayOverride ? 'revisions.floor.sayWhy' : 'revisions.floor.mendFirst')
                  : undefined
            }
            onClick={() =>
              submit.mutate(undefined, {
                onSuccess: () => {
                  show({ message: t('revisions.submit.done', { number: seen.number }) });
                  onClose();
                },
              })
            }
          >
            {t(floor ? 'revisions.floor.do' : 'revisions.steps.submit')}
          </Button>
        </>
      }
    >
      <div className="col g5">
        {isStale(error) ? (
          <Stale seen={seen} onLook={onClose} />
        ) : floor ? (
          <BelowFloor error={error} reason={reason} onReason={setReason} />
        ) : (
          <FormProblem>{error ? refusal(error) : ''}</FormProblem>
        )}
        <Field label={t('revisions.note')} aside={t('list.optional')}>
          <TextArea rows={3} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
