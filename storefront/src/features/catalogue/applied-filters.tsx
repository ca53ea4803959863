import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Button, Chip } from '@tradeyard/design-system';
import { changed, filterCount, toggled, toggledAttribute, unfiltered, type CatalogueView } from './catalogue-url';

/** The filters that narrow the list, each with a way to take it off. */
export function AppliedFilters({
  view,
  onChange,
}: {
  view: CatalogueView;
  onChange: (view: CatalogueView) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { unitPrice } = useFormats();
  const chip = (id: string, name: string, value: string, without: Partial<CatalogueView>): ReactNode => (
    <Chip
      key={id}
      name={name}
      onRemove={() => onChange(changed(view, without))}
      removeLabel={t('catalogue.removeFilter', { filter: `${name} ${value}` })}
    >
      {value}
    </Chip>
  );
  if (filterCount(view) === 0) return null;
  return (
    <>
      {view.inStock && chip('stock', t('catalogue.availability'), t('catalogue.inStock'), { inStock: false })}
      {view.brands.map((brand) =>
        chip(`brand-${brand}`, t('catalogue.brand'), brand, { brands: toggled(view.brands, brand) }),
      )}
      {(view.priceMin || view.priceMax) &&
        chip(
          'price',
          t('catalogue.price'),
          `${view.priceMin ? unitPrice(view.priceMin) : ''}–${view.priceMax ? unitPrice(view.priceMax) : ''}`,
          { priceMin: '', priceMax: '' },
        )}
      {Object.entries(view.attributes).flatMap(([name, values]) =>
        values.map((value) =>
          chip(`${name}-${value}`, name, value, { attributes: toggledAttribute(view, name, value) }),
        ),
      )}
      <Button variant="ghost" size="sm" onClick={() => onChange(unfiltered(view))}>
        {t('catalogue.clear')}
      </Button>
    </>
  );
}
