import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import type { PriceBadge as Badge } from './explained-price';

/** Where a price comes from, in a word and as the sentence a buyer reads. */
export function useBadgeWords(): { badge: (badge: Badge) => string; sentence: (badge: Badge) => string } {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  return {
    badge: ({ code, stateCode }) => t(`explain.badge.${code}`, { state: stateCode }),
    sentence: ({ code, stateCode, tierMinimum, discountPercent }) =>
      [
        t(`explain.reads.${code}`, { state: stateCode }),
        tierMinimum && t('explain.tier', { minimum: quantity(tierMinimum) }),
        discountPercent && t('explain.discount', { percent: quantity(discountPercent) }),
      ]
        .filter(Boolean)
        .join(', '),
  };
}
