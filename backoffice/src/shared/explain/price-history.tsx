import { useEffect, useState, type ReactNode } from 'react';
import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LoadFailed, useDelayed, useFormats } from '@tradeyard/app-kit';
import { Badge, Button, EmptyState, Field, Rung, SkeletonRows, TextInput, classNames } from '@tradeyard/design-system';
import { useList } from '../list/use-list';
import { noonOf } from './ask';
import { heldAt, heldOf, priceHistoryQuery, type HistoryEntry } from './price-history.queries';
import './price-history.css';

const LEVEL = { national: 1, state: 2, company: 3 } as const;

export interface PriceHistoryProps {
  productId: string;
  /** Of one table only. */
  tableId?: string;
  unit?: string;
  /** A day chosen elsewhere; with it no day can be chosen here. */
  asOf?: string;
}

/** Every price a product had, newest first, with the revision that brought it; what held on any one day is marked. */
export function PriceHistory({ productId, tableId, unit, asOf }: PriceHistoryProps): ReactNode {
  const { t } = useTranslation();
  const { day } = useFormats();
  const [chosen, setChosen] = useState('');
  const date = asOf ?? chosen;
  const list = useList<HistoryEntry>(
    priceHistoryQuery({ productId, ...(tableId && { tableId }), ...(unit && { unit }) }),
  );
  const waiting = useDelayed(list.rows === undefined && !list.error);
  const { rows, total, fetching, more } = list;
  const instant = date ? noonOf(date) : new Date().toISOString();
  const complete = rows !== undefined && rows.length >= total;
  // What held long ago stands on a later page.
  const tooRecent = Boolean(date && rows && !complete && rows.every((row) => (heldOf(row).from ?? '') > instant));
  useEffect(() => {
    if (tooRecent && !fetching) more();
  }, [tooRecent, fetching, more]);

  if (list.error) {
    return (
      <LoadFailed error={list.error} title={t('priceHistory.failed')} retrying={list.fetching} onRetry={list.refetch} />
    );
  }
  const tables = new Set(rows?.map((row) => row.tableId)).size;
  return (
    <section className="price-history" aria-label={t('priceHistory.title')} aria-busy={fetching || undefined}>
      {asOf === undefined && (
        <Field label={t('priceHistory.asOf')} className="as-of">
          <TextInput
            size="sm"
            type="date"
            value={chosen || day()}
            max={day(3650)}
            onChange={({ target: { value } }) => setChosen(value === day() ? '' : value)}
          />
        </Field>
      )}
      {!rows && waiting && <SkeletonRows rows={5} columns={['70px', '1fr']} />}
      {rows?.length === 0 && (
        <EmptyState icon={History} title={t('priceHistory.empty')} text={t('priceHistory.emptyText')} level={3} />
      )}
      {rows && rows.length > 0 && !rows.some((row) => heldAt(row, instant)) && !fetching && (
        <p className="muted none-then">{t('priceHistory.noneThen')}</p>
      )}
      <ol>
        {rows?.map((row) => (
          <Entry
            key={keyOf(row)}
            entry={row}
            held={heldAt(row, instant)}
            then={date !== ''}
            named={!tableId || tables > 1}
          />
        ))}
      </ol>
      {rows && !complete && (
        <Button size="sm" variant="ghost" busy={fetching} onClick={more}>
          {t('priceHistory.earlier')}
        </Button>
      )}
    </section>
  );
}

function Entry({
  entry,
  held,
  then,
  named,
}: {
  entry: HistoryEntry;
  held: boolean;
  /** On a day other than this one. */
  then: boolean;
  named: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { unitPrice, quantity, date } = useFormats();
  const { from, to } = heldOf(entry);
  const { revision, minQuantity, unitName: unit } = entry;
  const upcoming = from !== null && from > new Date().toISOString();
  const until = to === null ? t('priceHistory.open') : date(to);
  return (
    <li className={classNames(held && 'held')} aria-current={held || undefined}>
      <div className="figure">
        <b>{unitPrice(entry.unitPrice)}</b>
        <small className="muted">
          {Number(minQuantity) > 1
            ? t('priceHistory.tier', { minimum: quantity(minQuantity), unit })
            : t('priceHistory.per', { unit })}
        </small>
      </div>
      <div className="min-w-0">
        {named && (
          <div className="row g4">
            <Rung level={LEVEL[entry.scope]} />
            <span className="ell">{entry.tableName}</span>
          </div>
        )}
        <div className="small">
          {from === null
            ? t('priceHistory.until', { to: until })
            : t('priceHistory.span', { from: date(from), to: until })}
        </div>
        <div className="small muted">
          {[
            revision && t('explain.revision', { number: revision.number }),
            revision?.author,
            revision?.liveAt && date(revision.liveAt),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      {held ? (
        <Badge meaning="success">{t(then ? 'priceHistory.held' : 'priceHistory.holds')}</Badge>
      ) : (
        upcoming && <Badge meaning="info">{t('priceHistory.scheduled')}</Badge>
      )}
    </li>
  );
}

const keyOf = (row: HistoryEntry): string =>
  [row.tableId, row.unit, row.minQuantity, row.validFrom, row.liveFrom, row.revision?.id].join('|');
