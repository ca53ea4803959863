import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormats } from '@tradeyard/app-kit';
import type { PriceTable } from './prices.queries';

/** Since when the national prices are as they are. */
export function LiveSince({ tables }: { tables: readonly PriceTable[] }): ReactNode {
  const { t } = useTranslation();
  const { date } = useFormats();
  const [first] = tables;
  const live = first?.lastLive;
  return live ? (
    <Link className="muted link only-desk ell live-since" to={`/prices/tables?selected=${first.id}`}>
      {t('prices.live', { number: live.number, date: date(live.at) })}
    </Link>
  ) : null;
}
