import type { ReactNode } from 'react';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Popover, StockDot } from '@tradeyard/design-system';
import { baseUnitName } from '../../shared/units';
import { useStockWords } from '../../shared/stock-words';
import type { Product } from '../../shared/views';

const COLOUR = { in_stock: '', low: 'c-warning', out: 'c-danger', backorder: 'muted' } as const;

/** What is there, and behind a button at which branch. */
export function StockCell({
  product,
  open,
  onOpenChange,
}: {
  product: Product;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { amount } = useFormats();
  const words = useStockWords();
  const { availability } = product;
  const unit = baseUnitName(product.units, product.baseUnit);
  const { text, detail } = words(availability, unit, product.restockDate);
  const holding = availability.branches.filter(({ available }) => Number(available) > 0).length;
  return (
    <>
      <div className={`ln ${COLOUR[availability.status]}`}>
        <StockDot state={availability.status} />
        <span>{text}</span>
      </div>
      {availability.branches.length > 0 && (
        <Popover
          open={open}
          onOpenChange={onOpenChange}
          label={t('stock.byBranch')}
          trigger={
            <button type="button" className="other">
              {detail ?? (holding > 0 ? t('stock.branches', { count: holding }) : t('stock.byBranch'))}
              <ChevronDown className="i" />
            </button>
          }
        >
          <h3 className="mb-2">{t('stock.byBranch')}</h3>
          <ul className="branches">
            {availability.branches.map((branch) => (
              <li key={branch.code}>
                <span>{branch.name}</span>
                <span className={Number(branch.available) > 0 ? 'strong' : 'muted'}>
                  {amount(branch.available, unit)}
                </span>
              </li>
            ))}
          </ul>
        </Popover>
      )}
    </>
  );
}
