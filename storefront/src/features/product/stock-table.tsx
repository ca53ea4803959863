import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { unitWord, useFormats } from '@tradeyard/app-kit';
import { classNames, Meter, StockStatus, Table, Td, Th } from '@tradeyard/design-system';
import { baseUnitName } from '../../shared/units';
import { useStockWords } from '../../shared/stock-words';
import type { ProductDetail } from '../../shared/views';

/** What each branch can hand out today. */
export function StockTable({ product }: { product: ProductDetail }): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  const words = useStockWords();
  const { availability } = product;
  const unit = baseUnitName(product.units, product.baseUnit);
  const { text, detail } = words(availability, unit, product.restockDate);
  const most = Math.max(1, ...availability.branches.map(({ available }) => Number(available)));
  return (
    <section className="sec">
      <h2>
        {t('stock.byBranch')}
        <small>
          <StockStatus state={availability.status}>{detail ? `${text}, ${detail}` : text}</StockStatus>
        </small>
      </h2>
      {availability.branches.length > 0 && (
        <div className="panel overflow-hidden">
          <Table caption={t('stock.byBranch')} plain={false}>
            <thead>
              <tr>
                <Th>{t('stock.branch')}</Th>
                <Th num>{t('stock.in', { unit: unitWord('2', unit) })}</Th>
                <Th className="level">
                  <span className="sr">{t('stock.level')}</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {availability.branches.map((branch) => {
                const amount = quantity(branch.available);
                const none = !(Number(branch.available) > 0);
                return (
                  <tr key={branch.code}>
                    <Td className="strong">{branch.name}</Td>
                    <Td num className={classNames('strong', none && 'c-danger')}>
                      {amount}
                    </Td>
                    <Td>
                      <Meter
                        parts={[{ share: Math.max(0, Number(branch.available)) / most }]}
                        label={t('stock.at', { amount, unit, branch: branch.name })}
                      />
                    </Td>
                  </tr>
                );
              })}
            </tbody>
          </Table>
        </div>
      )}
    </section>
  );
}
