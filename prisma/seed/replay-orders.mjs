import { idOf } from './master-data.mjs';

const hour = 3600_000;
const day = 24 * hour;
const plenty = '1000000';
const stillOpen = new Set(['placed', 'confirmed', 'part_shipped']);

/**
 * Places a tenant's past orders through the application itself, each at its own moment, and takes each as far as it got.
 * What is over by now is replayed on plenty of stock, before the opening count; what is still open holds real stock.
 */
export async function replayOrders(data, tenantId, { app, owner }) {
  const tools = await toolsOf(app);
  const past = data.orders.map((order) => ({ ...order, at: momentOf(order, data.tenant.timeZone) }));
  past.sort((a, b) => a.at - b.at);
  const over = past.filter(({ stage }) => !stillOpen.has(stage));
  const open = past.filter(({ stage }) => stillOpen.has(stage));

  await owner.query(
    `insert into catalog.stock_level (tenant_id, product_id, branch_id, on_hand)
     select p.tenant_id, p.id, b.id, $2 from catalog.product p join catalog.branch b using (tenant_id)
     where p.tenant_id = $1 and p.sku = any($3::text[])
     on conflict (tenant_id, product_id, branch_id) do update set on_hand = excluded.on_hand`,
    [tenantId, plenty, over.flatMap(({ lines }) => lines.map(({ sku }) => sku))],
  );
  for (const order of over) await replay(order, data, tenantId, tools);
  await countStock(owner, tenantId, data);
  for (const order of open) await replay(order, data, tenantId, tools);
  await dateMovements(owner, tenantId);
  tools.clock.now = () => new Date();
}

async function toolsOf(app) {
  const load = async (name, path) => (await import(`../../backend/dist/${path}.js`))[name];
  const use = async (name, path) => app.get(await load(name, path), { strict: false });
  return {
    ...{ clock: await use('Clock', 'shared/clock'), run: await load('runInContext', 'shared/request-context') },
    context: await load('backgroundContext', 'shared/request-context'),
    fill: await use('AddManyToCart', 'orders/application/add-many-to-cart'),
    choose: await use('ChangeCartTerms', 'orders/application/change-cart-terms'),
    place: await use('PlaceOrder', 'orders/application/place-order'),
    confirm: await use('ConfirmOrder', 'orders/application/confirm-order'),
    end: await use('EndOrder', 'orders/application/end-order'),
    ship: await use('ShipOrder', 'orders/application/ship-order'),
    deliver: await use('DeliverOrder', 'orders/application/deliver-order'),
    pay: await use('RecordPayment', 'orders/application/record-payment'),
  };
}

async function replay(order, data, tenantId, tools) {
  const { slug } = data.tenant;
  const company = data.companies.find(({ taxId }) => taxId === order.companyTaxId);
  const person = company.buyers.find(({ email }) => email === order.buyerEmail);
  const [seller] = data.staff.filter(({ role }) => role === 'sales_rep');
  const actorOf = ({ email, name }, kind, companyId) => ({
    ...{ id: idOf(slug, 'member', email), name, kind, companyId, permissions: new Set() },
  });
  const buyer = actorOf(person, 'buyer', idOf(slug, 'company', company.taxId));
  const staff = actorOf(seller, 'staff', null);
  const as = (actor, afterMs, work) => {
    const at = new Date(Math.min(order.at + afterMs, Date.now() - 60_000));
    tools.clock.now = () => at;
    return tools.run({ ...tools.context(tenantId, idOf('seed')), actor }, work);
  };

  const placed = await as(buyer, 0, async () => {
    const site = order.jobSite === null ? null : company.jobSites[order.jobSite];
    const jobSiteId = site && idOf(slug, 'job-site', company.taxId, site.name);
    must(await tools.choose.execute(buyer, { jobSiteId, tradeCode: order.tradeCode ?? null }));
    const filled = must(await tools.fill.execute(buyer, order.lines));
    if (filled.refused.length > 0) throw new Error(`a demo order has refused lines: ${JSON.stringify(filled.refused)}`);
    const request = {
      ...{ cartVersion: filled.quoted.cart.version, poNumber: order.poNumber, payment: { method: order.payment } },
      ...(site ? {} : { address: company.address }),
      requestedDate: order.requestedInDays ? dayOf(order.at + order.requestedInDays * day, data.tenant.timeZone) : null,
    };
    const key = `seed-${order.companyTaxId}-${order.at}`;
    return must(await tools.place.execute(buyer, key, request, async (id) => ({ id })));
  });

  const { stage } = order;
  const target = { id: placed.id };
  if (stage === 'placed') return;
  if (stage === 'cancelled' || stage === 'rejected') {
    const note = data.tenant.locale === 'pt-BR' ? 'Obra adiada' : 'The job was put off';
    const [actor, how] = stage === 'cancelled' ? [buyer, 'cancel'] : [staff, 'reject'];
    await as(actor, hour, async () => must(await tools.end.execute(actor, how, { ...target, note })));
    return;
  }
  const confirmed = await as(staff, 40 * 60_000, async () => must(await tools.confirm.execute(staff, target)));
  if (stage === 'confirmed') return;
  const whole = confirmed.state.lines;
  const lines = stage === 'part_shipped' ? whole.slice(0, Math.ceil(whole.length / 2)) : whole;
  await as(staff, day, async () =>
    must(
      await tools.ship.execute(staff, {
        ...target,
        lines: lines.map(({ lineNo, quantity }) => ({ lineNo, quantity: quantity.toString() })),
      }),
    ),
  );
  if (stage === 'part_shipped' || stage === 'shipped') return;
  const arrived = await as(staff, 2 * day, async () => must(await tools.deliver.execute(staff, target)));
  if (stage === 'delivered') return;
  const amount = arrived.state.total.toString();
  await as(staff, 9 * day, async () =>
    must(
      await tools.pay.execute(staff, `seed-pay-${placed.id}`, { ...target, amount, reference: 'BANK' }, async (id) => ({
        id,
      })),
    ),
  );
}

/** Levels as the demo has them, whatever the replay used; what the past moved is not part of the ledger. */
async function countStock(owner, tenantId, data) {
  const id = (...names) => idOf(data.tenant.slug, ...names);
  await owner.query('delete from catalog.stock_movement where tenant_id = $1 and document_id is not null', [tenantId]);
  await owner.query('delete from catalog.stock_level where tenant_id = $1', [tenantId]);
  await owner.query(
    `insert into catalog.stock_level (tenant_id, product_id, branch_id, on_hand, safety)
     select $1, s.* from unnest($2::uuid[], $3::uuid[], $4::numeric[], $5::numeric[]) as s`,
    [
      tenantId,
      data.stock.map(({ sku }) => id('product', sku)),
      data.stock.map(({ branch }) => id('branch', branch)),
      data.stock.map(({ onHand }) => onHand),
      data.stock.map(({ safety }) => safety),
    ],
  );
}

/** The ledger dates movements by the database's clock; the replayed ones get the moment of what caused them. */
const dateMovements = (owner, tenantId) =>
  owner.query(
    `update catalog.stock_movement m set at = coalesce(
       (select max(e.at) from orders.order_event e
        where e.tenant_id = m.tenant_id and e.order_id = m.document_id
          and (e.event = 'placed') = (m.kind = 'reserve')), m.at)
     where m.tenant_id = $1 and m.document_id is not null`,
    [tenantId],
  );

/** The day it is at an instant in the tenant's time zone. */
const dayOf = (at, timeZone) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);

/** The instant of a minute of the day, so many days ago, in the tenant's time zone; never ahead of now. */
function momentOf({ daysAgo, minuteOfDay }, timeZone) {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      timeZoneName: 'longOffset',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
      .formatToParts(new Date(Date.now() - daysAgo * day))
      .map(({ type, value }) => [type, value]),
  );
  const offset = parts.timeZoneName.replace('GMT', '') || 'Z';
  const clock = [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((n) => String(n).padStart(2, '0')).join(':');
  const moment = Date.parse(`${parts.year}-${parts.month}-${parts.day}T${clock}:00${offset}`);
  return Math.min(moment, Date.now() - 10 * 60_000);
}

function must(result) {
  if (result.ok) return result.value;
  throw new Error(`the demo was refused: ${JSON.stringify(result.error)}`);
}
