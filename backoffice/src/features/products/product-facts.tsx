import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { DescriptionList, Panel, Table, TableScroll, Td, Th } from '@tradeyard/design-system';
import type { Product } from './products.queries';

const amounts = ['factor', 'step', 'minimum'] as const;

/** The same facts as the form, for whoever may only look. */
export function ProductFacts({ product }: { product: Product }): ReactNode {
  const { t } = useTranslation();
  const { quantity, date } = useFormats();
  const { sku, gtin, category, brand, description, baseUnit, units, attributes, restockDate } = product;
  const fact = (name: string, value: string | null): { name: string; value: string }[] =>
    value ? [{ name: t(`products.fields.${name}`), value }] : [];
  return (
    <div className="product-main">
      <Panel title={t('products.what')}>
        <DescriptionList
          items={[
            ...fact('sku', sku),
            ...fact('gtin', gtin),
            ...fact('categoryId', category.name),
            ...fact('brand', brand),
            ...fact('description', description),
            ...fact('baseUnit', units.find(({ code }) => code === baseUnit)?.name ?? baseUnit),
            ...fact('restockDate', restockDate && date(restockDate)),
          ]}
        />
      </Panel>
      <Panel title={t('products.units')} flush>
        <TableScroll label={t('products.units')}>
          <Table caption={t('products.units')} plain>
            <thead>
              <tr>
                <Th>{t('products.unit.name')}</Th>
                {amounts.map((name) => (
                  <Th num key={name}>
                    {t(`products.unit.${name}`)}
                  </Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {units.map((unit) => (
                <tr key={unit.code}>
                  <Td>{unit.name}</Td>
                  {amounts.map((name) => (
                    <Td num key={name}>
                      {quantity(unit[name])}
                    </Td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        </TableScroll>
      </Panel>
      {Object.keys(attributes).length > 0 && (
        <Panel title={t('products.attributes')}>
          <DescriptionList items={Object.entries(attributes).map(([name, value]) => ({ name, value }))} />
        </Panel>
      )}
    </div>
  );
}
