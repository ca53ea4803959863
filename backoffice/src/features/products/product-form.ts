import type { Product, ProductBody, ProductStatus } from './products.queries';

/** A product as its form holds it; amounts as people write them. */
export interface ProductValues {
  sku: string;
  name: string;
  description: string;
  brand: string;
  categoryId: string;
  baseUnit: string;
  status: ProductStatus;
  gtin: string;
  drawing: string;
  backorder: boolean;
  restockDate: string;
  units: { code: string; name: string; factor: string; step: string; minimum: string }[];
  attributes: { name: string; value: string }[];
}

/** What the form begins with; a new product sells one unit. */
export function valuesOf(product: Product | null, separator: string): ProductValues {
  const written = (amount: string): string => amount.replace('.', separator);
  return {
    sku: product?.sku ?? '',
    name: product?.name ?? '',
    description: product?.description ?? '',
    brand: product?.brand ?? '',
    categoryId: product?.category.id ?? '',
    baseUnit: product?.baseUnit ?? '',
    status: product?.status ?? 'draft',
    gtin: product?.gtin ?? '',
    drawing: product?.ownDrawing ?? '',
    backorder: product?.backorder ?? false,
    restockDate: product?.restockDate ?? '',
    units: product?.units.map(({ factor, step, minimum, ...unit }) => ({
      ...unit,
      factor: written(factor),
      step: written(step),
      minimum: written(minimum),
    })) ?? [{ code: '', name: '', factor: '1', step: '1', minimum: '1' }],
    attributes: Object.entries(product?.attributes ?? {}).map(([name, value]) => ({ name, value })),
  };
}

const plain = (amount: string): string => amount.trim().replace(',', '.');

/** What the API is told. */
export function bodyOf(values: ProductValues): ProductBody {
  const { brand, gtin, drawing, restockDate, units, attributes, ...rest } = values;
  return {
    ...rest,
    brand: brand.trim() || null,
    gtin: gtin.trim() || null,
    drawing: drawing || null,
    restockDate: restockDate || null,
    units: units.map(({ factor, step, minimum, ...unit }) => ({
      ...unit,
      factor: plain(factor),
      step: plain(step),
      minimum: plain(minimum),
    })),
    attributes: Object.fromEntries(
      attributes.filter(({ name }) => name.trim()).map(({ name, value }) => [name.trim(), value.trim()]),
    ),
  };
}
