import { createHash } from 'node:crypto';
import { changedBy, priceBefore } from './data/generate/revisions.mjs';

/** The same id for the same thing at every seeding: name-based, so that links into the demo stay good. */
export function idOf(...names) {
  const hex = createHash('sha1').update(names.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Writes a tenant with its people, catalogue, stock and prices, everything but orders. `owner` is a connection inside a
 * transaction, past row-level security; `hashOf` turns the demo password into what is stored.
 */
export async function writeMasterData(owner, { data, roles, passwordHash, at }) {
  const { slug } = data.tenant;
  const tenantId = idOf('tenant', slug);
  const id = (...names) => idOf(slug, ...names);
  const write = (table, rows) => insertAll(owner, table, tenantId, rows);

  await insertRows(owner, 'identity.tenant', [tenantRow(tenantId, data.tenant)]);
  await write(
    'identity.role',
    roles.map((role) => ({
      ...{ id: id('role', role.code), side: role.side, code: role.code },
      ...{
        name: role.name[data.tenant.locale === 'pt-BR' ? 'pt-BR' : 'en'],
        built_in: true,
        permissions: role.permissions,
      },
    })),
  );
  await write(
    'identity.company',
    data.companies.map((company) => companyRow(id, company)),
  );
  await write(
    'identity.job_site',
    data.companies.flatMap((company) => company.jobSites.map((site) => jobSiteRow(id, company, site))),
  );
  const people = [
    ...data.staff.map((person) => ({ ...person, kind: 'staff', companyId: null })),
    ...data.companies.flatMap((company) =>
      company.buyers.map((person) => ({ ...person, kind: 'buyer', companyId: id('company', company.taxId) })),
    ),
  ];
  await write(
    'identity.member',
    people.map(({ email, name, kind, companyId }) => ({
      ...{ id: id('member', email), kind, company_id: companyId, name, email },
      ...{ password_hash: passwordHash, locale: data.tenant.locale },
    })),
  );
  await write(
    'identity.member_role',
    people.map(({ email, role }) => ({ member_id: id('member', email), role_id: id('role', role) })),
  );

  await writeCatalogue(write, id, data, at);
  await writePrices(write, id, data, at);
  await writeCosts(write, id, data, at);
  const productIds = data.products.map(({ sku }) => id('product', sku));
  await owner.query('select catalog.refresh_search($1::uuid[])', [productIds]);
  return tenantId;
}

async function writeCatalogue(write, id, data, at) {
  const parentsFirst = [...data.categories].sort(
    (a, b) => Number(a.parentCode !== null) - Number(b.parentCode !== null),
  );
  await write(
    'catalog.category',
    parentsFirst.map((category, position) => ({
      ...{ id: id('category', category.code), code: category.code, slug: category.slug, name: category.name, position },
      ...{ parent_id: category.parentCode && id('category', category.parentCode), drawing: category.drawing },
    })),
  );
  await write(
    'catalog.branch',
    data.branches.map(({ code, name, stateCode, position, serves }) => ({
      ...{ id: id('branch', code), code, name, state_code: stateCode, position, serves },
    })),
  );
  await write(
    'catalog.product',
    data.products.map((product) => ({
      ...{ id: id('product', product.sku), sku: product.sku, slug: product.slug, name: product.name },
      ...{ description: product.description, brand: product.brand, gtin: product.gtin, status: product.status },
      ...{ category_id: id('category', product.categoryCode), base_unit: product.baseUnit },
      ...{ units: JSON.stringify(product.units), attributes: JSON.stringify(product.attributes) },
      ...{ drawing: product.drawing ?? null, backorder: product.backorder },
    })),
  );
  await write(
    'catalog.stock_level',
    data.stock.map(({ sku, branch, onHand, safety }) => ({
      ...{ product_id: id('product', sku), branch_id: id('branch', branch), on_hand: onHand, safety },
    })),
  );
  await write(
    'catalog.stock_movement',
    data.stock.map(({ sku, branch, onHand }) => ({
      ...{ id: id('movement', sku, branch), product_id: id('product', sku), branch_id: id('branch', branch) },
      ...{ kind: 'count', quantity: onHand, on_hand_after: onHand, reserved_after: '0', reason: 'opening stock', at },
    })),
  );
}

async function writePrices(write, id, data, at) {
  const revisionOf = (table) => id('revision', table.name);
  await write(
    'pricing.price_table',
    data.priceTables.map((table) => ({
      ...{ id: id('price-table', table.name), name: table.name, scope: table.scope, priority: table.priority },
      ...{ state_code: table.stateCode ?? null, currency: data.tenant.currency, last_revision: 1 },
      company_id: table.companyTaxId ? id('company', table.companyTaxId) : null,
      valid_from: table.days ? daysFromNow(table.days.from) : '-infinity',
      valid_to: table.days ? daysFromNow(table.days.to) : 'infinity',
    })),
  );
  const [author] = data.staff;
  await write(
    'pricing.revision',
    data.priceTables.map((table) => ({
      ...{
        id: revisionOf(table),
        table_id: id('price-table', table.name),
        number: 1,
        status: 'live',
        source: 'import',
      },
      ...{ author_id: id('member', author.email), author_name: author.name, created_at: at, live_at: at },
      ...{ goes_live_at: at, change_count: table.entries.length },
    })),
  );
  // What later revisions raise begins lower, so that they end at the prices as they are.
  const raised = new Map(
    data.pricing.revisions
      .filter(({ status, rolledBackDaysAgo }) => status === 'live' && rolledBackDaysAgo === undefined)
      .flatMap((revision) => changedBy(revision, data).map((entry) => [entry, revision.perMille])),
  );
  await write(
    'pricing.price_entry',
    data.priceTables.flatMap((table) =>
      table.entries.map((entry) => ({
        ...{ table_id: id('price-table', table.name), product_id: id('product', entry.sku), unit: entry.unit },
        ...{
          min_quantity: entry.minQuantity,
          unit_price: raised.has(entry) ? priceBefore(entry.unitPrice, raised.get(entry)) : entry.unitPrice,
          live_from: at,
          revision_id: revisionOf(table),
        },
        ...{ valid_from: entry.validFrom ?? '-infinity', valid_to: entry.validTo ?? 'infinity' },
      })),
    ),
  );
  await write(
    'pricing.buyer_tier',
    data.tiers.map(({ code, name, defaultDiscount }) => ({
      id: id('tier', code),
      code,
      name,
      default_discount: defaultDiscount,
    })),
  );
  await write(
    'pricing.tier_discount',
    data.tiers.flatMap(({ code, categoryDiscounts }) =>
      categoryDiscounts.map(({ categoryCode, discount }) => ({
        ...{ tier_id: id('tier', code), category_id: id('category', categoryCode), discount },
      })),
    ),
  );
  await write(
    'pricing.trade_code',
    data.tradeCodes.map(({ code, name, discount, categoryCode, validFrom, validTo, active, ...limits }) => ({
      ...{ id: id('trade-code', code), code, name, discount, active, valid_from: validFrom, valid_to: validTo },
      category_id: categoryCode && id('category', categoryCode),
      ...{ max_uses: limits.maxUses ?? null, max_uses_per_company: limits.maxUsesPerCompany ?? null },
      minimum_order: limits.minimumOrder ?? null,
    })),
  );
}

const day = 24 * 3600_000;
const daysFromNow = (days) => new Date(Date.now() + days * day).toISOString();

/** Costs as they are and, of some, as they were until two and a half months ago; floors; how careful the tenant is. */
async function writeCosts(write, id, { pricing, staff }, at) {
  const { settings, floors, costs } = pricing;
  const buyer = staff.find(({ role }) => role === 'sales_manager');
  const since = daysFromNow(-75);
  const cost = (sku, unitCost, validFrom, enteredAt) => ({
    ...{ product_id: id('product', sku), unit_cost: unitCost, valid_from: validFrom, valid_to: 'infinity' },
    ...{ entered_by: id('member', buyer.email), entered_by_name: buyer.name, entered_at: enteredAt },
  });
  await write(
    'pricing.product_cost',
    costs.flatMap(({ sku, unitCost, before }) =>
      before === null
        ? [cost(sku, unitCost, '-infinity', at)]
        : [cost(sku, before, '-infinity', at), cost(sku, unitCost, since, since)],
    ),
  );
  await write('pricing.pricing_settings', [
    {
      ...{ default_floor: floors.byDefault, outlier_percent: settings.outlierPercent, version: 1 },
      expiry_reminder_days: settings.expiryReminderDays,
    },
  ]);
  await write(
    'pricing.margin_floor',
    Object.entries(floors.byCategory).map(([code, floor]) => ({ category_id: id('category', code), floor })),
  );
}

const tenantRow = (tenantId, tenant) => ({
  ...{ id: tenantId, slug: tenant.slug, name: tenant.name, currency: tenant.currency, locale: tenant.locale },
  ...{
    time_zone: tenant.timeZone,
    brand_color: tenant.brandColor,
    domain: tenant.domain,
    is_default: tenant.isDefault,
  },
  two_person_approval: tenant.twoPersonApproval,
  ...{ public_prices: tenant.publicPrices, tax_rates: JSON.stringify(tenant.taxRates) },
});

const companyRow = (id, company) => ({
  ...{ id: id('company', company.taxId), name: company.name, tax_id: company.taxId, state_code: company.stateCode },
  ...{ tier_id: company.tier && id('tier', company.tier), email: company.email, credit_limit: company.creditLimit },
  ...{ payment_terms: company.paymentTerms, address: JSON.stringify(company.address) },
});

const jobSiteRow = (id, company, site) => ({
  ...{ id: id('job-site', company.taxId, site.name), company_id: id('company', company.taxId), name: site.name },
  ...{ line1: site.line1, city: site.city, state_code: site.stateCode, postal_code: site.postalCode },
  ...{ contact_name: site.contactName, contact_phone: site.contactPhone, access_notes: site.accessNotes },
  po_pattern: site.poPattern,
});

const insertAll = (owner, table, tenantId, rows) =>
  insertRows(
    owner,
    table,
    rows.map((row) => ({ tenant_id: tenantId, ...row })),
  );

/** One statement per 1,000 rows; every row has the same columns. */
async function insertRows(owner, table, rows) {
  const columns = Object.keys(rows[0] ?? {});
  for (let from = 0; from < rows.length; from += 1000) {
    await owner.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows.slice(from, from + 1000).map((row) => asRecord(row)))],
    );
  }
}

/** JSON columns travel as JSON, not as text that holds JSON. */
const asRecord = (row) =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, jsonColumns.has(column) ? JSON.parse(value) : value]),
  );
const jsonColumns = new Set(['units', 'attributes', 'tax_rates', 'address']);
