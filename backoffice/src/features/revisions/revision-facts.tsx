import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormats, useTenant } from '@tradeyard/app-kit';
import { DescriptionList } from '@tradeyard/design-system';
import { zoneName } from './calendar-days';
import type { Revision } from './revision-views';
import { TableName } from './table-name';

/** What is known of a revision besides its lines; an instant is the store's, whose time zone is named. */
export function RevisionFacts({ revision }: { revision: Revision }): ReactNode {
  const { t, i18n } = useTranslation();
  const { dateTime, quantity } = useFormats();
  const { timeZone } = useTenant();
  const { table, author, createdAt, submittedBy, submittedAt, decidedBy, decidedAt, goesLiveAt, liveAt } = revision;
  const { override, restores, restoresNumber, status, source, changeCount } = revision;
  const decided = status === 'rejected' ? 'rejected' : 'approved';
  const by = (at: string, name: string | undefined): string =>
    name ? t('revisions.byAt', { name, at: dateTime(at) }) : dateTime(at);
  const moment = liveAt ?? goesLiveAt;
  const live = status === 'live' || status === 'superseded';
  const items = [
    {
      name: t('revisions.columns.table'),
      value: (
        <Link className="link table-link" to={table.scope === 'company' ? `/prices?table=${table.id}` : '/prices'}>
          <TableName table={table} />
        </Link>
      ),
    },
    { name: t('revisions.columns.changes'), value: quantity(String(changeCount)) },
    { name: t('revisions.columns.source'), value: t(`revisions.source.${source}`) },
    ...(restores
      ? [
          {
            name: t('revisions.restores'),
            value: (
              <Link className="link" to={`/prices/revisions/${table.id}/${restores}`}>
                {t('revisions.number', { number: restoresNumber ?? '' })}
              </Link>
            ),
          },
        ]
      : []),
    { name: t('revisions.begun'), value: by(createdAt, author?.name) },
    ...(submittedAt ? [{ name: t('revisions.handedIn'), value: by(submittedAt, submittedBy?.name) }] : []),
    ...(decidedAt ? [{ name: t(`revisions.${decided}`), value: by(decidedAt, decidedBy?.name) }] : []),
    ...(moment
      ? [
          {
            name: t(live ? 'revisions.liveSince' : 'revisions.goesLive'),
            value: (
              <>
                {dateTime(moment)}
                <div className="small muted">{zoneName(timeZone, i18n.language)}</div>
              </>
            ),
          },
        ]
      : []),
    ...(override
      ? [{ name: t('revisions.override'), value: `${override.reason}${override.by ? ` (${override.by.name})` : ''}` }]
      : []),
  ];
  return <DescriptionList items={items} />;
}
