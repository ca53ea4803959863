import { useEffect, useState, type ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { useFormats } from '@tradeyard/app-kit';
import { Alert, Button } from '@tradeyard/design-system';
import { eventsQuery, pricesChanged, revisionQuery } from './revisions.queries';
import type { Revision } from './revision-views';

/** Whether a step was refused because the revision is no longer what was looked at. */
export const isStale = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'revision.stale' || error.code === 'revision.transition_not_allowed');

/** What changed in a revision since it was looked at: its state, how many prices, and what people did meanwhile. */
export function Stale({ seen, onLook }: { seen: Revision; onLook: () => void }): ReactNode {
  const { t } = useTranslation();
  const { time } = useFormats();
  const [since] = useState(() => new Date().toISOString());
  const client = useQueryClient();
  const now = useQuery(revisionQuery(seen));
  const events = useQuery(eventsQuery(seen));
  // The lines behind the dialog, too: they are what is looked at again.
  useEffect(() => void pricesChanged(client), [client]);
  const [known] = useState(() => new Set(events.data?.map(({ id }) => id)));
  // Whoever has not opened the history knows what the revision itself said: when its last step was.
  const lastStep = [seen.createdAt, seen.submittedAt ?? '', seen.decidedAt ?? ''].reduce((one, other) =>
    other > one ? other : one,
  );
  const news = events.data?.filter(({ id, kind, at }) => kind !== 'commented' && !known.has(id) && at > lastStep) ?? [];
  const { data } = now;
  return (
    <Alert
      meaning="warning"
      assertive
      title={t('revisions.stale.title')}
      action={
        <Button size="sm" onClick={onLook}>
          {t('revisions.stale.look')}
        </Button>
      }
    >
      <ul aria-busy={now.isFetching || undefined}>
        {data && data.status !== seen.status && (
          <li>{t('revisions.stale.status', { status: t(`revisions.status.${data.status}`) })}</li>
        )}
        {data && data.changeCount !== seen.changeCount && (
          <li>{t('revisions.stale.count', { before: seen.changeCount, now: data.changeCount })}</li>
        )}
        {news.map(({ id, kind, by, at }) => (
          <li key={id}>
            {t(`revisions.events.${kind}`)}
            {by && ` · ${by.name}`} · {time(at)}
          </li>
        ))}
        {data && data.status === seen.status && data.changeCount === seen.changeCount && news.length === 0 && (
          <li>{t('revisions.stale.prices', { time: time(since) })}</li>
        )}
      </ul>
    </Alert>
  );
}
