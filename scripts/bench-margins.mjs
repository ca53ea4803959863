/**
 * What margins are reckoned with: a cost per product and as many again that are over, floors for ten categories, and
 * orders of the last three months at list prices. Everything follows from row numbers.
 */
export async function addMargins(owner, tenantId, { costs = 100_000, orders = 30_000, linesPerOrder = 5 } = {}) {
  const run = (text, values = []) => owner.query(text, [tenantId, ...values]);
  await run(
    `insert into pricing.product_cost (tenant_id, product_id, valid_from, unit_cost)
     select $1, p.id, start, round((4 + p.n % 900 / 12.0) * share, 4)
     from (select id, row_number() over (order by id) as n from catalog.product where tenant_id = $1) p
     cross join (values ('-infinity'::timestamptz, 0.9), ('2026-06-01'::timestamptz, 1.0)) as c(start, share)
     where p.n <= $2`,
    [costs],
  );
  await run(`insert into pricing.pricing_settings (tenant_id, default_floor) values ($1, 0.10)`);
  await run(`insert into pricing.margin_floor (tenant_id, category_id, floor)
             select $1, id, 0.05 + position % 5 / 50.0 from catalog.category where tenant_id = $1 and position <= 10`);
  await run(
    `insert into orders."order" (tenant_id, id, number, company_id, company_name, buyer_id, buyer_name, buyer_email, status,
       payment_status, fulfilment_status, placed_at, currency, address, state_code, payment_method, payment_terms, subtotal,
       tax, freight, total)
     select $1, uuidv7(), 'B' || n, m.company_id, 'Bench', m.id, 'Bench', 'b@bench.example', 'confirmed', 'unpaid',
            'unfulfilled', now() - make_interval(hours => (n % 2100)::int), 'USD', '{}', c.state_code, 'bank_transfer',
            'net30', 100, 0, 0, 100
     from generate_series(1, $2::int) n
     join (select *, row_number() over (order by id) as place from identity.member where tenant_id = $1) m
       on m.place = 1 + n % (select count(*) from identity.member where tenant_id = $1)
     join identity.company c on c.tenant_id = $1 and c.id = m.company_id`,
    [orders],
  );
  await run(
    `insert into orders.order_line (tenant_id, order_id, line_no, product_id, sku, name, unit, unit_name, factor, quantity,
       base_quantity, unit_price, line_total, source, source_label, trace)
     select $1, o.id, l, p.id, p.sku, p.name, 'bag', 'bag', 1, 1 + (o.n + l) % 80, 1 + (o.n + l) % 80, 10,
            10 * (1 + (o.n + l) % 80), 'state', 'list', '{}'
     from (select id, row_number() over (order by id) as n from orders."order" where tenant_id = $1) o
     cross join generate_series(1, $2::int) l
     join (select id, sku, name, row_number() over (order by id) as place from catalog.product where tenant_id = $1) p
       on p.place = 1 + (o.n * 31 + l * 977) % (select count(*) from catalog.product where tenant_id = $1)`,
    [linesPerOrder],
  );
  await owner.query('vacuum analyze pricing.product_cost');
  await owner.query('vacuum analyze orders."order"');
  await owner.query('vacuum analyze orders.order_line');
}

/** Open carts of companies in turn, each of so many lines; buyers of their own, whom nobody asks for. */
export async function addCarts(owner, tenantId, { carts = 3_000, linesPerCart = 20 } = {}) {
  await owner.query(
    `with cart as (
       insert into orders.cart (tenant_id, id, buyer_id, company_id, version)
       select $1, uuidv7(), uuidv7(), c.id, 1
       from generate_series(1, $2::int) n
       join (select id, row_number() over (order by id) as place from identity.company where tenant_id = $1) c
         on c.place = 1 + n % (select count(*) from identity.company where tenant_id = $1)
       returning id)
     insert into orders.cart_line (tenant_id, id, cart_id, position, product_id, unit, quantity)
     select $1, uuidv7(), c.id, l, p.id, 'bag', 1 + (c.n + l) % 80
     from (select id, row_number() over (order by id) as n from cart) c
     cross join generate_series(1, $3::int) l
     join (select id, row_number() over (order by id) as place from catalog.product where tenant_id = $1) p
       on p.place = 1 + (c.n * 131 + l * 977) % (select count(*) from catalog.product where tenant_id = $1)`,
    [tenantId, carts, linesPerCart],
  );
  await owner.query('vacuum analyze orders.cart');
  await owner.query('vacuum analyze orders.cart_line');
}
