import jwt from 'jsonwebtoken';
import pg from 'pg';
import { newId } from '../../src/shared/ids.js';
import { type Permission, permissionsOf, type Side } from '../../src/shared/permissions.js';
import { backgroundContext, runInContext } from '../../src/shared/request-context.js';

/**
 * A tenant of its own for every spec, so that specs never meet. Prices: cement 42.00 nationally (50+ 40.00), 40.00 in
 * Texas, 39.90 for the company; sand 120.00; bricks 0.85; the ladder has no price.
 */
export interface Shop {
  tenantId: string;
  slug: string;
  companyId: string;
  otherCompanyId: string;
  jobSiteId: string;
  buyerId: string;
  staffId: string;
  categoryId: string;
  cementId: string;
  sandId: string;
  brickId: string;
  ladderId: string;
  branches: { austin: string; dallas: string };
  tables: { national: string; state: string; company: string };
  /** The buyer's token, with every buyer's permission. */
  token: string;
  /** A member of staff's token, with every permission of staff. */
  staffToken: string;
}

/** The database as its owner sees it: past row-level security, for arranging and inspecting only. */
export async function asOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: process.env.OWNER_URL });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** Awaits inside the context: a Prisma query starts when it is awaited, not when it is called. */
export const asTenant = <T>({ tenantId }: Pick<Shop, 'tenantId'>, work: () => Promise<T>): Promise<T> =>
  runInContext(backgroundContext(tenantId, 'test'), async () => await work());

/** A bearer token as a real sign-in would issue it. */
export const aToken = (claims: {
  tenantId: string;
  sub: string;
  kind: Side;
  companyId?: string;
  permissions?: readonly Permission[];
  epoch?: number;
}): string =>
  jwt.sign(
    { name: 'Test Person', roles: [], epoch: 0, permissions: permissionsOf(claims.kind), ...claims },
    process.env.JWT_SECRET ?? '',
    { expiresIn: '15m' },
  );

const unit = (code: string, factor = '1', step = '1', minimum = '1') => ({ code, name: code, factor, step, minimum });

/** Inserts rows of plain objects; keys are column names, objects become JSON. */
export async function insertRows(owner: pg.Client, tenantId: string, table: string, rows: object[]): Promise<void> {
  for (const row of rows) {
    const entries = Object.entries<unknown>({ tenant_id: tenantId, ...row });
    const values = entries.map(([, value]) =>
      value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
        ? JSON.stringify(value)
        : value,
    );
    const columns = entries.map(([column]) => column).join(', ');
    await owner.query(
      `insert into ${table} (${columns}) values (${entries.map((_, n) => `$${n + 1}`).join(', ')})`,
      values,
    );
  }
}

/** Puts a tenant with one company, one buyer, one member of staff, four products and three price tables into the database. */
export function aShop(overrides: { currency?: string; publicPrices?: boolean } = {}): Promise<Shop> {
  return asOwner(async (owner) => {
    const id = newId;
    const tenantId = id();
    const slug = `shop-${tenantId.slice(-12)}`;
    const rows = (table: string, list: object[]) => insertRows(owner, tenantId, table, list);
    await owner.query(
      `insert into identity.tenant (id, slug, name, currency, locale, time_zone, public_prices)
       values ($1, $2, 'Test Supply', $3, 'en-US', 'America/Chicago', $4)`,
      [tenantId, slug, overrides.currency ?? 'USD', overrides.publicPrices ?? false],
    );
    const [companyId, otherCompanyId, buyerId, staffId, jobSiteId] = [id(), id(), id(), id(), id()];
    const address = { line1: '1 Main St', city: 'Austin', stateCode: 'TX', postalCode: '73301' };
    await rows('identity.company', [
      {
        id: companyId,
        name: 'Aurora Builders',
        tax_id: '11-1111111',
        state_code: 'TX',
        payment_terms: 'net30',
        credit_limit: '100000',
        address,
      },
      { id: otherCompanyId, name: 'Borealis Homes', tax_id: '22-2222222', state_code: 'FL', address },
    ]);
    await rows('identity.job_site', [
      {
        id: jobSiteId,
        company_id: companyId,
        name: 'Riverside',
        line1: '2 River Rd',
        city: 'Austin',
        state_code: 'TX',
        postal_code: '73301',
      },
    ]);
    await rows('identity.member', [
      { id: buyerId, kind: 'buyer', company_id: companyId, name: 'Test Person', email: `buyer@${slug}.example` },
      { id: staffId, kind: 'staff', name: 'Test Person', email: `staff@${slug}.example` },
    ]);
    const categoryId = id();
    await rows('catalog.category', [{ id: categoryId, code: 'BASE', slug: 'base', name: 'Base materials' }]);
    const [cementId, sandId, brickId, ladderId] = [id(), id(), id(), id()];
    const product = (productId: string, sku: string, name: string, baseUnit: string, units: object[]) => ({
      id: productId,
      sku,
      slug: sku.toLowerCase(),
      name,
      category_id: categoryId,
      base_unit: baseUnit,
      units: JSON.stringify(units),
    });
    await rows('catalog.product', [
      product(cementId, 'CEM-50', 'Cement CP II 50 kg', 'bag', [unit('bag'), unit('pallet', '40')]),
      product(sandId, 'SND-01', 'Washed sand', 'm3', [unit('m3', '1', '0.5', '0.5')]),
      product(brickId, 'BRK-14', 'Clay brick 14x19x29', 'each', [unit('each', '1', '100', '100')]),
      product(ladderId, 'LAD-06', 'Ladder 6 m', 'each', [unit('each')]),
    ]);
    await owner.query('select catalog.refresh_search($1)', [[cementId, sandId, brickId, ladderId]]);
    const branches = { austin: id(), dallas: id() };
    await rows('catalog.branch', [
      { id: branches.austin, code: 'AUS', name: 'Austin', state_code: 'TX', serves: ['TX'], position: 0 },
      { id: branches.dallas, code: 'DAL', name: 'Dallas', state_code: 'TX', serves: ['TX', 'FL'], position: 1 },
    ]);
    await rows('catalog.stock_level', [
      { product_id: cementId, branch_id: branches.austin, on_hand: '500' },
      { product_id: cementId, branch_id: branches.dallas, on_hand: '1000', safety: '100' },
      { product_id: sandId, branch_id: branches.austin, on_hand: '80' },
      { product_id: brickId, branch_id: branches.austin, on_hand: '10000' },
    ]);
    const tables = { national: id(), state: id(), company: id() };
    const currency = overrides.currency ?? 'USD';
    await rows('pricing.price_table', [
      { id: tables.national, name: 'National', scope: 'national', currency },
      { id: tables.state, name: 'TX', scope: 'state', state_code: 'TX', currency },
      { id: tables.company, name: 'Aurora Builders', scope: 'company', company_id: companyId, currency },
    ]);
    const entry = (table_id: string, product_id: string, unitCode: string, min: string, price: string) => ({
      table_id,
      product_id,
      unit: unitCode,
      min_quantity: min,
      unit_price: price,
      live_from: '2026-01-01T00:00:00Z',
      revision_id: newId(),
    });
    await rows('pricing.price_entry', [
      entry(tables.national, cementId, 'bag', '1', '42.00'),
      entry(tables.national, cementId, 'bag', '50', '40.00'),
      entry(tables.state, cementId, 'bag', '1', '40.00'),
      entry(tables.company, cementId, 'bag', '1', '39.90'),
      entry(tables.national, sandId, 'm3', '0.5', '120.00'),
      entry(tables.national, brickId, 'each', '1', '0.85'),
    ]);
    return {
      tenantId,
      slug,
      companyId,
      otherCompanyId,
      jobSiteId,
      buyerId,
      staffId,
      categoryId,
      cementId,
      sandId,
      brickId,
      ladderId,
      branches,
      tables,
      token: aToken({ tenantId, sub: buyerId, kind: 'buyer', companyId }),
      staffToken: aToken({ tenantId, sub: staffId, kind: 'staff' }),
    };
  });
}
