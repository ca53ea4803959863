import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { PriceSource } from '@tradeyard/design-system';
import type { PriceBadge } from './views';

type Source = 'company' | 'state' | 'national';

const BY_CODE = { contract: 'company', state: 'state', list: 'national', on_request: 'national' } as const;

const sourceOf = (source: string | null, badge: PriceBadge | null): Source =>
  badge ? BY_CODE[badge.code] : source === 'company' || source === 'state' ? source : 'national';

/** Where a price comes from, in one or two words. */
export function SourceBadge({
  source = null,
  badge,
  look,
}: {
  /** What to go by where there is no badge. */
  source?: string | null;
  badge: PriceBadge | null;
  look?: 'boxed' | 'inline';
}): ReactNode {
  const { t } = useTranslation();
  const from = sourceOf(source, badge);
  const label =
    from === 'company'
      ? t('price.contract')
      : from === 'national'
        ? t('price.list')
        : badge?.stateCode
          ? t('price.stateOf', { state: badge.stateCode })
          : t('price.state');
  return <PriceSource source={from} label={label} name={t(`price.name.${from}`)} look={look} />;
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
