import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cells } from '../../shared/infrastructure/import-cells.js';
import type { ImportCounts, ImportKind, ImportRun, RowReader } from '../../shared/infrastructure/import-kind.js';
import { ImportKinds } from '../../shared/infrastructure/import-kinds.js';
import { duplicatesOf, slugOf } from './categories-import.js';
import { unitsOf } from './import-units.js';
import { isGtin } from '../domain/product.js';

const statuses = ['draft', 'active', 'archived'];
const largestAttributes = 60;

/** Products from a file, known by SKU: new ones are added, known ones changed where a cell differs. */
@Injectable()
export class ProductsImport implements ImportKind, OnModuleInit {
  readonly name = 'products';
  readonly permission = 'product.edit';
  readonly columns = [
    { name: 'sku', required: true },
    { name: 'name', required: true },
    { name: 'description', required: false },
    { name: 'brand', required: false },
    { name: 'category_code', required: true },
    { name: 'base_unit', required: true },
    { name: 'status', required: false },
    { name: 'gtin', required: false },
    { name: 'attributes', required: false },
    { name: 'units', required: false },
  ];
  readonly staging = {
    sku: 'text',
    name: 'text',
    description: 'text',
    brand: 'text',
    category_code: 'text',
    base_unit: 'text',
    status: 'text',
    gtin: 'text',
    attributes: 'jsonb',
    units: 'jsonb',
  };

  constructor(private readonly kinds: ImportKinds) {}

  onModuleInit(): void {
    this.kinds.add(this);
  }

  reader(): Promise<RowReader> {
    return Promise.resolve((cell) => {
      const cells = new Cells(cell);
      const sku = cells.requiredText('sku', 64);
      if (sku && !/^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u.test(sku)) {
        cells.refuse('sku', 'product.sku_not_valid', 'Letters, digits, spaces and . _ / - only');
      }
      const name = cells.requiredText('name', 200);
      const description = cells.text('description', 10_000) ?? '';
      const brand = cells.text('brand', 80);
      const category = cells.requiredText('category_code', 40);
      const baseUnit = cells.requiredText('base_unit', 20);
      const status = cells.oneOf('status', statuses, 'active');
      const gtin = cell('gtin');
      if (gtin && !isGtin(gtin)) cells.refuse('gtin', 'product.gtin_invalid', 'Not a GTIN: the check digit is wrong');
      const attributes = readAttributes(cells);
      const given = cells.json('units');
      const units = baseUnit && cells.problems.length === 0 ? unitsOf(given, baseUnit) : null;
      if (units && !units.ok) cells.refuse('units', units.error.code, units.error.message);
      if (cells.problems.length > 0 || !units?.ok) return cells.problems;
      const [json, unitsJson] = [JSON.stringify(attributes), JSON.stringify(units.value)];
      return [sku, name, description, brand, category, baseUnit, status, gtin || null, json, unitsJson];
    });
  }

  async apply({ connection, stage, reject }: ImportRun): Promise<ImportCounts> {
    await reject(duplicatesOf(stage, 'sku'));
    await reject(`
      select s.row_no, 'category_code' as "column", 'category.not_found' as code,
             'There is no category with this code' as message, s.category_code as value
      from ${stage} s where not exists (select from catalog.category c where c.code = s.category_code)`);
    await connection.query(`
      create temp table wanted on commit drop as
      select s.*, c.id as category_id, p.id as product_id,
             coalesce(s.brand, p.brand) as kept_brand, coalesce(s.gtin, p.gtin) as kept_gtin,
             ${slugOf(`s.name || ' ' || s.sku`)} as slug
      from ${stage} s join catalog.category c on c.code = s.category_code left join catalog.product p on p.sku = s.sku`);
    const changed = await connection.query<{ id: string }>(`
      update catalog.product p
      set name = w.name, description = w.description, brand = w.kept_brand, category_id = w.category_id,
          base_unit = w.base_unit, status = w.status, gtin = w.kept_gtin, attributes = w.attributes, units = w.units,
          version = p.version + 1, updated_at = now()
      from wanted w
      where p.id = w.product_id
        and (p.name::text, p.description, p.brand, p.category_id, p.base_unit, p.status, p.gtin, p.attributes, p.units)
            is distinct from (w.name, w.description, w.kept_brand, w.category_id, w.base_unit, w.status, w.kept_gtin,
                              w.attributes, w.units)
      returning p.id`);
    const added = await connection.query<{ id: string }>(`
      insert into catalog.product
        (id, sku, slug, name, description, brand, category_id, base_unit, status, gtin, attributes, units)
      select uuidv7(), sku,
             case when row_number() over (partition by slug order by row_no) > 1
                    or exists (select from catalog.product p where p.slug = w.slug)
                  then slug || '-' || substr(md5(sku), 1, 8) else slug end,
             name, description, brand, category_id, base_unit, status, gtin, attributes, units
      from wanted w where product_id is null
      returning id`);
    const touched = [...changed.rows, ...added.rows].map(({ id }) => id);
    for (let from = 0; from < touched.length; from += 5_000) {
      await connection.query('select catalog.refresh_search($1::uuid[])', [touched.slice(from, from + 5_000)]);
    }
    const all = await connection.query<{ n: number }>('select count(*)::int as n from wanted');
    const [created, updated] = [added.rows.length, changed.rows.length];
    return { created, updated, unchanged: (all.rows[0]?.n ?? 0) - created - updated };
  }
}

/** `{"weight": "50 kg"}`: plain text by name; numbers are taken as they are written. */
function readAttributes(cells: Cells): Record<string, string> {
  const given = cells.json('attributes');
  if (given === null) return {};
  const entries = typeof given === 'object' && !Array.isArray(given) ? Object.entries(given) : null;
  const plain = entries?.every(
    ([name, value]) => name.length <= 60 && ['string', 'number'].includes(typeof value) && String(value).length <= 200,
  );
  if (!entries || !plain || entries.length > largestAttributes) {
    const message = `An object of at most ${largestAttributes} short texts, such as {"weight":"50 kg"}`;
    cells.refuse('attributes', 'product.attributes_not_valid', message);
    return {};
  }
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
