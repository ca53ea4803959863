/**
 * Fills an empty, migrated database with one large tenant: 100,000 products in 40 categories on 3 branches, and
 * 3,000,000 live price entries (national, 27 states, 200 companies). Everything follows from row numbers, so two runs
 * hold the same data.
 */
export async function fillBenchData(
  owner,
  { products = 100_000, states = 27, companies = 200, perCompany = 1_000 } = {},
) {
  const tenant = '01930000-0000-7000-8000-000000000001';
  const id = (kind, n = 'n') => `('01930000-${kind}-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  const run = (text) => owner.query(text.replaceAll('$tenant', `'${tenant}'::uuid`));
  await run(`insert into identity.tenant (id, slug, name, currency, locale, time_zone, is_default)
             values ($tenant, 'bench', 'Bench Supply', 'USD', 'en-US', 'America/Chicago', true)`);
  await run(`insert into identity.company (tenant_id, id, name, tax_id, state_code, payment_terms, credit_limit, address)
    select $tenant, ${id('c000')}, 'Company ' || n, 'TAX-' || lpad(n::text, 6, '0'), 'S' || lpad((n % ${states})::text, 2, '0'),
           'net30', 1000000, '{"line1":"1 Main St","city":"Austin","stateCode":"S01","postalCode":"73301"}'
    from generate_series(1, ${companies}) n`);
  await run(`insert into identity.member (tenant_id, id, kind, company_id, name, email)
    select $tenant, ${id('b000')}, 'buyer', ${id('c000')}, 'Buyer ' || n, 'buyer' || n || '@bench.example'
    from generate_series(1, ${companies}) n`);
  await run(`insert into catalog.category (tenant_id, id, code, slug, name, position)
    select $tenant, ${id('ca00')}, 'C' || n, 'category-' || n, 'Category ' || n, n from generate_series(1, 40) n`);
  await run(`insert into catalog.branch (tenant_id, id, code, name, state_code, serves, position)
    select $tenant, ${id('ba00')}, 'BR' || n, 'Branch ' || n, 'S01', '{}', n from generate_series(1, 3) n`);
  await run(`insert into catalog.product (tenant_id, id, sku, slug, name, description, brand, category_id, base_unit, units, attributes, search_text)
    select $tenant, ${id('a000')}, sku, lower(sku), name, 'Made for the benchmark', 'Brand ' || n % 50, ${id('ca00', '1 + n % 40')}, 'bag',
      '[{"code":"bag","name":"bag","factor":"1","step":"1","minimum":"1"},{"code":"pallet","name":"pallet","factor":"40","step":"1","minimum":"1"}]',
      jsonb_build_object('weight', (1 + n % 50) || ' kg', 'grade', 'G' || n % 7),
      lower(sku || ' ' || replace(sku, '-', '') || ' ' || name || ' brand ' || n % 50)
    from generate_series(1, ${products}) n,
      lateral (select 'SKU-' || lpad(n::text, 6, '0') as sku,
        (array['Cement','Mortar','Rebar','Plywood','Drywall','Gravel','Insulation','Pipe','Bracket','Membrane','Block','Paint'])[1 + n % 12]
        || ' ' || (array['grey','white','fine','coarse','heavy','light','standard'])[1 + n % 7] || ' type ' || n as name) made`);
  await run(`insert into catalog.search_word (tenant_id, word)
    select distinct $tenant, word from catalog.product, unnest(string_to_array(search_text, ' ')) word where word !~ '^[0-9]+$' and word !~ '^sku'`);
  await run(`insert into catalog.stock_level (tenant_id, product_id, branch_id, on_hand, safety)
    select $tenant, ${id('a000')}, ${id('ba00', 'b')}, (n * 7 + b * 13) % 5000, 5
    from generate_series(1, ${products}) n, generate_series(1, 3) b`);
  await run(`insert into pricing.price_table (tenant_id, id, name, scope, state_code, company_id, currency)
    select $tenant, ${id('da00', '0')}, 'National', 'national', null::text, null::uuid, 'USD'
    union all select $tenant, ${id('da00')}, 'S' || lpad((n - 1)::text, 2, '0'), 'state', 'S' || lpad((n - 1)::text, 2, '0'), null, 'USD'
      from generate_series(1, ${states}) n
    union all select $tenant, ${id('db00')}, 'Company ' || n, 'company', null, ${id('c000')}, 'USD' from generate_series(1, ${companies}) n`);
  const entry = (table, product, price) => `insert into pricing.price_entry
      (tenant_id, table_id, product_id, unit, min_quantity, unit_price, live_from, revision_id)
    select $tenant, ${table}, ${product}, 'bag', 1, ${price}, '2026-01-01', '01930000-eeee-7000-8000-000000000001'`;
  await run(`${entry(id('da00', '0'), id('a000'), '5 + n % 900 / 10.0')} from generate_series(1, ${products}) n`);
  await run(`${entry(id('da00', 's'), id('a000'), '5 + (n + s * 31) % 900 / 10.0')}
    from generate_series(1, ${states}) s, generate_series(1, ${products}) n`);
  await run(`${entry(id('db00', 'c'), id('a000', `1 + (p * 97 + c * 389) % ${products}`), '4 + p % 800 / 10.0')}
    from generate_series(1, ${companies}) c, generate_series(1, ${perCompany}) p on conflict do nothing`);
  await owner.query('vacuum analyze');
  const buyer = 7;
  const one = async (text) => (await owner.query(text.replaceAll('$tenant', `'${tenant}'::uuid`))).rows[0].id;
  return {
    tenantId: tenant,
    companyId: await one(`select ${id('c000', buyer)} as id`),
    buyerId: await one(`select ${id('b000', buyer)} as id`),
    stateCode: 'S07',
    buyers: (
      await owner.query(`select id, company_id as "companyId" from identity.member order by email limit ${companies}`)
    ).rows,
    productIds: (await owner.query(`select id from catalog.product order by md5(sku) limit 400`)).rows.map(
      ({ id }) => id,
    ),
    skus: (await owner.query(`select sku from catalog.product order by md5(sku) limit 400`)).rows.map(({ sku }) => sku),
  };
}
