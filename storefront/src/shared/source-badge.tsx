import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { unitWord, useFormats } from '@tradeyard/app-kit';
import { Popover, PriceSource } from '@tradeyard/design-system';
import './source-badge.css';
import type { PriceBadge } from './views';

type Source = 'company' | 'state' | 'national';

const BY_CODE = { contract: 'company', state: 'state', list: 'national', on_request: 'national' } as const;

const sourceOf = (source: string | null, badge: PriceBadge | null): Source =>
  badge ? BY_CODE[badge.code] : source === 'company' || source === 'state' ? source : 'national';

/** A price as the buyer may know it. */
export interface KnownPrice {
  unitPrice: string | null;
  listPrice?: string | null;
  unitName: string;
}

/** Where a price comes from, in one or two words; with the price given it opens the short form of its explanation. */
export function SourceBadge({
  source = null,
  badge,
  look,
  price,
}: {
  /** What to go by where there is no badge. */
  source?: string | null;
  badge: PriceBadge | null;
  look?: 'boxed' | 'inline';
  price?: KnownPrice;
}): ReactNode {
  const { t } = useTranslation();
  const reason = useReason();
  const from = sourceOf(source, badge);
  const label =
    from === 'company'
      ? t('price.contract')
      : from === 'national'
        ? t('price.list')
        : badge?.stateCode
          ? t('price.stateOf', { state: badge.stateCode })
          : t('price.state');
  if (!price) return <PriceSource source={from} label={label} name={t(`price.name.${from}`)} look={look} />;
  const short = badge ? reason(badge) : t(`price.name.${from}`);
  return (
    <Popover
      label={t('price.why')}
      align="end"
      className="pop-body why-price"
      trigger={<PriceSource opens source={from} label={label} name={short} look={look} />}
    >
      <ShortForm from={from} short={short} badge={badge} price={price} />
    </Popover>
  );
}

function ShortForm({
  from,
  short,
  badge,
  price,
}: {
  from: Source;
  short: string;
  badge: PriceBadge | null;
  price: KnownPrice;
}): ReactNode {
  const { t } = useTranslation();
  const { unitPrice, quantity } = useFormats();
  const { unitName, listPrice } = price;
  const facts = [
    t(`price.because.${from}`),
    badge?.tierMinimum &&
      t('price.becauseTier', {
        minimum: quantity(badge.tierMinimum),
        unit: unitWord(badge.tierMinimum, badge.tierUnit ?? unitName),
      }),
    badge?.discountPercent && t('price.becauseDiscount', { percent: quantity(badge.discountPercent) }),
  ].filter(Boolean);
  return (
    <>
      <h3>{short}</h3>
      <ul>
        {facts.map((fact) => (
          <li key={String(fact)}>{fact}</li>
        ))}
      </ul>
      {price.unitPrice !== null && (
        <p className="exact">
          <b>{t('price.per', { price: unitPrice(price.unitPrice), unit: unitName })}</b>
          {listPrice != null && Number(listPrice) !== Number(price.unitPrice) && (
            <span className="muted"> {t('price.listWouldBe', { price: unitPrice(listPrice) })}</span>
          )}
        </p>
      )}
    </>
  );
}

/** The short form of a price's reason: "State price · TX, 50+ tier, −5%". */
export function useReason(): (badge: PriceBadge) => string {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  return (badge) => {
    const name = t(`price.name.${sourceOf(null, badge)}`);
    return [
      badge.stateCode ? `${name} · ${badge.stateCode}` : name,
      badge.tierMinimum ? t('price.tier', { minimum: quantity(badge.tierMinimum) }) : null,
      badge.discountPercent ? t('price.discount', { percent: quantity(badge.discountPercent) }) : null,
    ]
      .filter(Boolean)
      .join(', ');
  };
}
