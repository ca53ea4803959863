import { createHmac, timingSafeEqual } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';

/**
 * The yardstick: a bare Fastify server that answers a catalogue page with one hand-written statement, prices and
 * availability included. It checks the token's signature and keeps to the tenant, and does nothing else.
 */
const { DATABASE_URL, JWT_SECRET, TENANT_ID, COMPANY_ID, STATE_CODE } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });
pool.on('connect', (client) => client.query(`select set_config('app.tenant_id', '${TENANT_ID}', false)`));

const page = {
  name: 'page',
  text: `
    with tables as materialized (
      select id, scope from pricing.price_table
      where scope = 'national' or (scope = 'state' and state_code = $4) or (scope = 'company' and company_id = $5)
    ), page as materialized (
      select p.id, p.sku, p.slug, p.name, p.brand, p.base_unit, p.units, p.attributes, p.drawing, p.category_id
      from catalog.product p
      where p.category_id = (select id from catalog.category where slug = $1) and p.status = 'active'
      order by p.name, p.id limit $2 offset $3
    )
    select page.*, c.slug as category_slug, c.name as category_name, price.unit_price, price.scope, stock.available, stock.branches
    from page join catalog.category c on c.id = page.category_id
    left join lateral (
      select e.unit_price, t.scope
      from tables t join pricing.price_entry e on e.table_id = t.id and e.product_id = page.id and e.live_to > now()
      where e.live_from <= now() and e.unit = 'bag' and e.min_quantity <= 1
      order by case t.scope when 'company' then 1 when 'state' then 2 else 3 end limit 1
    ) price on true
    left join lateral (
      select sum(greatest(s.on_hand - s.reserved - s.safety, 0)) as available,
             json_agg(json_build_object('code', b.code, 'name', b.name, 'available', greatest(s.on_hand - s.reserved - s.safety, 0))) as branches
      from catalog.stock_level s join catalog.branch b on b.id = s.branch_id where s.product_id = page.id
    ) stock on true
    order by page.name, page.id`,
};

const signed = (authorization = '') => {
  const [header, claims, signature = ''] = authorization.replace('Bearer ', '').split('.');
  const expected = createHmac('sha256', JWT_SECRET).update(`${header}.${claims}`).digest();
  const given = Buffer.from(signature, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected);
};

const app = Fastify();
app.get('/api/v1/catalog/products', async (request, reply) => {
  if (!signed(request.headers.authorization)) return reply.status(401).send({});
  const { category, page: number = '1', pageSize = '24' } = request.query;
  const offset = (Number(number) - 1) * Number(pageSize);
  const { rows } = await pool.query({ ...page, values: [category, Number(pageSize), offset, STATE_CODE, COMPANY_ID] });
  return {
    data: rows.map((row) => ({
      id: row.id,
      sku: row.sku,
      slug: row.slug,
      name: row.name,
      brand: row.brand,
      category: { id: row.category_id, slug: row.category_slug, name: row.category_name },
      baseUnit: row.base_unit,
      units: row.units,
      attributes: row.attributes,
      drawing: row.drawing,
      imageUrl: null,
      price: row.unit_price && { unitPrice: row.unit_price, currency: 'USD', unit: 'bag', source: row.scope },
      availability: { available: row.available, branches: row.branches },
    })),
    meta: { requestId: request.id, page: { number: Number(number), size: Number(pageSize), total: 2500 } },
    error: null,
  };
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
