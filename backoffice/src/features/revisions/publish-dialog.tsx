import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { useFormats, useRefusal, useTenant } from '@tradeyard/app-kit';
import { Alert, Button, Dialog, Field, RadioGroup, TextInput, useToast } from '@tradeyard/design-system';
import { FormProblem } from '../../shared/form/form-problem';
import { useMay } from '../../shared/session';
import { BelowFloor, isBelowFloor } from './below-floor';
import { addMonths, zoneName } from './calendar-days';
import { isStale, Stale } from './stale';
import type { Revision } from './revision-views';
import { revisionSteps, useStep } from './use-revision-steps';

type Moment = { goesLiveLocal: string } | Record<string, never>;

/** The last minute before clocks jump and the first after, by the store's clock. */
const skipped = (error: unknown): { before: string; after: string } | null => {
  if (!(error instanceof ApiError) || error.code !== 'revision.local_time_skipped') return null;
  const { before, after } = error.facts;
  return typeof before === 'string' && typeof after === 'string' ? { before, after } : null;
};

/** Makes a revision live now, or at a date and time by the store's own clock. */
export function PublishDialog({ revision, onClose }: { revision: Revision; onClose: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const { day, date: dateWords, dateTime } = useFormats();
  const { timeZone } = useTenant();
  const refusal = useRefusal();
  const mayOverride = useMay()('price.override_floor');
  const { show } = useToast();
  const [seen] = useState(revision);
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [date, setDate] = useState(() => `${addMonths(day(), 1).slice(0, 8)}01`);
  const [clock, setClock] = useState('00:00');
  const [reason, setReason] = useState('');
  const publish = useStep((moment: Moment) =>
    revisionSteps.publish(seen, {
      version: seen.version,
      ...moment,
      ...(reason.trim() && { overrideReason: reason.trim() }),
    }),
  );
  const { error } = publish;
  const floor = isBelowFloor(error);
  const gap = skipped(error);
  const zone = zoneName(timeZone, i18n.language);
  // What was refused of another moment says nothing of this one.
  const choose = (part: { date?: string; clock?: string; when?: typeof when }): void => {
    if (part.date !== undefined) setDate(part.date);
    if (part.clock !== undefined) setClock(part.clock);
    if (part.when !== undefined) setWhen(part.when);
    if (gap) publish.reset();
  };
  const send = (moment: Moment): void =>
    publish.mutate(moment, {
      onSuccess: (made) => {
        const at = made.liveAt ?? made.goesLiveAt;
        show({
          message:
            made.status === 'scheduled' && at
              ? t('revisions.publish.scheduled', { number: seen.number, at: dateTime(at) })
              : t('revisions.publish.done', { number: seen.number }),
        });
        onClose();
      },
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('revisions.publish.title', { count: seen.changeCount })}
      description={t('revisions.publish.text', { table: seen.table.name })}
      closeLabel={t('list.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('revisions.notYet')}</Button>
          <Button
            variant="primary"
            busy={publish.isPending}
            disabledReason={
              isStale(error)
                ? t('revisions.stale.look')
                : floor && (!mayOverride || !reason.trim())
                  ? t(mayOverride ? 'revisions.floor.sayWhy' : 'revisions.floor.mendFirst')
                  : when === 'later' && !(date && clock)
                    ? t('revisions.publish.sayWhen')
                    : undefined
            }
            onClick={() => send(when === 'now' ? {} : { goesLiveLocal: `${date}T${clock}` })}
          >
            {t(when === 'now' ? 'revisions.publish.now' : 'revisions.publish.schedule')}
          </Button>
        </>
      }
    >
      <div className="col g5">
        {gap ? (
          <Alert meaning="warning" assertive title={t('revisions.publish.skipped')}>
            <p>{t('revisions.publish.skippedText', { zone })}</p>
            <span className="row g2 wrap mt-2">
              {[gap.before, gap.after].map((local) => (
                <Button key={local} size="sm" onClick={() => send({ goesLiveLocal: local })}>
                  {`${dateWords(local.slice(0, 10))}, ${local.slice(11)}`}
                </Button>
              ))}
            </span>
          </Alert>
        ) : isStale(error) ? (
          <Stale seen={seen} onLook={onClose} />
        ) : floor ? (
          <BelowFloor error={error} reason={reason} onReason={setReason} />
        ) : (
          <FormProblem>{error ? refusal(error) : ''}</FormProblem>
        )}
        <RadioGroup
          aria-label={t('revisions.publish.when')}
          value={when}
          onChange={(next) => choose({ when: next as typeof when })}
          items={[
            { value: 'now', label: t('revisions.publish.whens.now') },
            { value: 'later', label: t('revisions.publish.whens.later') },
          ]}
        />
        {when === 'later' && (
          <>
            <div className="row g4">
              <Field label={t('revisions.publish.date')} className="grow">
                <TextInput
                  type="date"
                  value={date}
                  min={day()}
                  onChange={(event) => choose({ date: event.target.value })}
                />
              </Field>
              <Field label={t('revisions.publish.time')} className="grow">
                <TextInput type="time" value={clock} onChange={(event) => choose({ clock: event.target.value })} />
              </Field>
            </div>
            <p className="small muted">{t('revisions.publish.zone', { zone })}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}
