import { useTranslation } from 'react-i18next';
import { unitWord, useFormats } from '@tradeyard/app-kit';
import type { Availability } from './views';

/** Says how much there is in base units, and when more comes. */
export function useStockWords(): (
  availability: Availability,
  unitName: string,
  restockDate: string | null,
) => { text: string; detail: string | null } {
  const { t } = useTranslation();
  const { quantity, date } = useFormats();
  return ({ status, available }, unitName, restockDate) => {
    const due = restockDate ? t('stock.due', { date: date(restockDate) }) : null;
    const amount = { amount: quantity(available), unit: unitWord(available, unitName) };
    if (status === 'in_stock') return { text: t('stock.available', amount), detail: null };
    if (status === 'low') return { text: t('stock.low', amount), detail: null };
    if (status === 'backorder') return { text: t('stock.backorder'), detail: due };
    return { text: t('stock.out'), detail: due };
  };
}
