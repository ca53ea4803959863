import { demoGtin, slugOf } from './identifiers.mjs';

/** @typedef {import('./types.mjs').Item} Item */

// A row's units are one line, as in `bag pallet:40` or `yd3@0.5/1 ton:0.741@1/5`: a code, its factor after the colon, its
// step and minimum after the at sign. The first one is the base unit.

/**
 * What a family of products has in common, or one row of it has of its own; a row wins over its family.
 * @typedef {object} Row
 * @property {string} [sku]
 * @property {string} [name]
 * @property {string} [description]
 * @property {string} [brand]
 * @property {string} [category]
 * @property {Record<string, string>} [attributes] a row's are added to its family's
 * @property {string} [units]
 * @property {string | null} [price]
 * @property {[number, number][]} [tiers]
 * @property {Partial<Record<string, number>>} [packOff]
 * @property {boolean} [backorder]
 * @property {boolean} [gtin] false for what carries no label: bulk, loose brick
 * @property {string} [drawing]
 */

/**
 * Makes the function that turns compact tables into a tenant's products, with unit names in its language.
 * @param {string} tenant
 * @param {Record<string, string>} unitNames
 */
export function familiesOf(tenant, unitNames) {
  /** @param {string} text @returns {import('./types.mjs').Unit} */
  const unitOf = (text) => {
    const match = /^([a-z0-9]+)(?::([\d.]+))?(?:@([\d.]+)(?:\/([\d.]+))?)?$/.exec(text);
    if (!match) throw new Error(`Not a unit: ${text}`);
    const [, code, factor = '1', step = '1', minimum = step] = match;
    if (!unitNames[code]) throw new Error(`Unit without a name: ${code}`);
    return { code, name: unitNames[code], factor, step, minimum };
  };

  /** @param {Row} shared @param {Row[]} rows @returns {Item[]} */
  return function family(shared, rows) {
    return rows.map((own) => {
      const row = { ...shared, ...own };
      const { sku, name, description, brand, category } = row;
      if (!sku || !name || !description || !brand || !category || row.price === undefined || !row.units) {
        throw new Error(`Incomplete product: ${sku ?? name}`);
      }
      const units = row.units.split(' ').map(unitOf);
      return {
        product: {
          sku,
          slug: slugOf(name),
          name,
          description,
          brand,
          categoryCode: category,
          baseUnit: units[0].code,
          status: 'active',
          gtin: row.gtin === false ? null : demoGtin(tenant, sku),
          attributes: { ...shared.attributes, ...own.attributes },
          units,
          backorder: row.backorder ?? false,
          ...(row.drawing ? { drawing: row.drawing } : {}),
        },
        list: { price: row.price, tiers: row.tiers ?? [], packOff: row.packOff ?? {} },
      };
    });
  };
}
