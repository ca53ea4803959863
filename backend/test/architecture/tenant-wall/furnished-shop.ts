import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { OrderView } from '../../../src/orders/http/order-view.dto.js';
import { newId } from '../../../src/shared/ids.js';
import { aPerson, cookiesOf, giveRoles, linkIn, mailsTo, password, signIn } from '../../identity/people.js';
import type { Api } from '../../support/api.js';
import { asOwner, aShop, type Shop } from '../../support/shop.js';

/** Everything by which somebody could ask for something of a shop, besides what the database is asked for. */
export interface Named {
  company: string;
  taxId: string;
  tier: string;
  tierCode: string;
  buyer: string;
  staff: string;
  email: string;
  password: string;
  jobSite: string;
  role: string;
  branch: string;
  branchCode: string;
  category: string;
  categorySlug: string;
  categoryCode: string;
  product: string;
  sku: string;
  slug: string;
  brand: string;
  image: string;
  media: string;
  uploadKey: string;
  tradeCodeId: string;
  tradeCode: string;
  table: string;
  tableName: string;
  draft: string;
  published: string;
  cart: string;
  cartLine: string;
  list: string;
  listLine: string;
  order: string;
  shipment: string;
  import: string;
  idempotencyKey: string;
  cookie: string;
  resetToken: string;
}

/** A shop with something in every corner, and with names nobody else has: each holds its `mark`. */
export interface FurnishedShop {
  shop: Shop;
  mark: string;
  named: Named;
}

/** Furnishes a shop as its own people would, through the API. */
export async function aFurnishedShop(api: Api): Promise<FurnishedShop> {
  const shop = await aShop();
  const mark = `WALL${randomBytes(4).toString('hex').toUpperCase()}`;
  await rename(shop, mark);
  const roles = await giveRoles(shop);
  const person = await aPerson(shop, 'staff', [roles.sales_rep]);
  const buyer = await aPerson(shop, 'buyer', [roles.purchaser]);
  const tokens = { buyer: shop.token, staff: shop.staffToken };

  const made = async <T = { id: string }>(
    side: keyof typeof tokens,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<T> => {
    const answer = await api.call<T>(shop, tokens[side], method, path, body, headers);
    if (!answer.body.data) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body.error)}`);
    return answer.body.data;
  };
  const back = <T = { id: string }>(method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    made<T>('staff', method, `/backoffice${path}`, body, headers);

  const [tierCode, tradeCode] = [`${mark}-TIER`, `${mark}-CODE`];
  const tier = await back('POST', '/buyer-tiers', {
    code: tierCode,
    name: `${mark} tier`,
    defaultPercent: '5',
    categories: [{ categoryId: shop.categoryId, percent: '6' }],
  });
  await back('PATCH', `/companies/${shop.companyId}`, { tierId: tier.id, salesRepId: person.id });
  const code = await back('POST', '/trade-codes', { code: tradeCode, name: `${mark} code`, percent: '30' });
  const role = await back('POST', '/roles', { name: `${mark} role`, side: 'staff', permissions: ['order.read'] });
  await back('PUT', '/costs', { changes: [{ productId: shop.cementId, unitCost: '1' }] });
  await back('PUT', '/margin-floors', { floors: [{ categoryId: shop.categoryId, floor: '0.01' }] });
  await back('PUT', '/pricing-settings', { outlierPercent: '30' });
  const { published, draft } = await revisions(back, shop);

  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c2410c' } })
    .png()
    .toBuffer();
  const upload = async () => {
    const file = { fileName: `${mark}.png`, contentType: 'image/png', size: png.length };
    const ticket = await back<{ key: string; url: string; headers: Record<string, string> }>('POST', '/uploads', file);
    await fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: new Uint8Array(png) });
    return ticket.key;
  };
  const product = await back<{ images: { id: string; url: string }[] }>('POST', `/products/${shop.cementId}/images`, {
    key: await upload(),
  });
  const [image] = product.images;

  const idempotencyKey = `${mark}-KEY`;
  const add = (sku: string) =>
    made<{ id: string; version: number; lines: { id: string }[] }>('buyer', 'POST', '/cart/lines', {
      sku,
      quantity: '10',
    });
  await add(`${mark}-CEM-50`);
  const { version: cartVersion } = await add(`${mark}-SND-01`);
  const placing = { cartVersion, tradeCode, payment: { method: 'bank_transfer' }, poNumber: `${mark}-PO` };
  const order = await made<OrderView>('buyer', 'POST', '/orders', placing, { 'idempotency-key': idempotencyKey });
  await back('POST', `/orders/${order.id}/confirm`, {});
  const part = { lines: [{ lineNo: 1, quantity: '4' }] };
  const shipped = await back<OrderView>('POST', `/orders/${order.id}/ship`, part);
  await back('POST', `/orders/${order.id}/payments`, { amount: '1' }, { 'idempotency-key': newId() });
  const cart = await add(`${mark}-CEM-50`);

  const list = await made<{ id: string; lines: { id: string }[] }>('buyer', 'POST', '/lists', {
    ...{ name: `${mark} list`, from: 'cart' },
  });

  const csv = `sku,branch,on_hand,safety\n${mark}-CEM-50,${mark}-AUS,500,0\nnone,${mark}-AUS,1,0\n`;
  const file = await back('POST', '/imports/stock', csv, { 'content-type': 'text/csv' });
  const uploadKey = await upload();
  await api.settle(shop);
  await made('staff', 'POST', '/auth/password-reset', { email: person.email });
  await api.settle(shop);
  const [mail] = await mailsTo(person.email);
  const signedIn = await signIn(api, shop, { email: person.email });

  return {
    shop,
    mark,
    named: {
      company: shop.companyId,
      taxId: `${mark}-TAX`,
      tier: tier.id,
      tierCode,
      buyer: buyer.id,
      staff: person.id,
      email: person.email,
      password,
      jobSite: shop.jobSiteId,
      role: role.id,
      branch: shop.branches.austin,
      branchCode: `${mark}-AUS`,
      category: shop.categoryId,
      categorySlug: `${mark}-base`.toLowerCase(),
      categoryCode: `${mark}-BASE`,
      product: shop.cementId,
      sku: `${mark}-CEM-50`,
      slug: `${mark}-cem-50`.toLowerCase(),
      brand: `${mark} brand`,
      image: image?.id ?? '',
      media: image?.url.replace('/media/', '') ?? '',
      uploadKey,
      tradeCodeId: code.id,
      tradeCode,
      table: shop.tables.national,
      tableName: `${mark} National`,
      draft,
      published,
      cart: cart.id,
      cartLine: cart.lines[0]?.id ?? '',
      list: list.id,
      listLine: list.lines[0]?.id ?? '',
      order: order.id,
      shipment: shipped.shipments[0]?.id ?? '',
      import: file.id,
      idempotencyKey,
      cookie: cookiesOf(signedIn),
      resetToken: linkIn(mail).searchParams.get('token') ?? '',
    },
  };
}

/** Puts the mark into everything a shop is born with. */
async function rename({ tenantId, cementId, sandId, brickId, ladderId }: Shop, mark: string): Promise<void> {
  const marked = (column: string) => `${column} = '${mark}-' || ${column}`;
  const named = `name = '${mark} ' || name`;
  await asOwner(async (owner) => {
    const update = (table: string, ...changes: string[]) =>
      owner.query(`update ${table} set ${changes.join(', ')} where tenant_id = $1`, [tenantId]);
    await update(
      'identity.company',
      named,
      `tax_id = '${mark}-TAX' || case when state_code = 'TX' then '' else '2' end`,
    );
    await update('identity.job_site', named, marked('line1'));
    await update('identity.member', named);
    await update('catalog.category', named, marked('code'), `slug = lower('${mark}-' || slug)`);
    await update(
      'catalog.product',
      named,
      marked('sku'),
      `slug = lower('${mark}-' || slug)`,
      `brand = '${mark} brand'`,
    );
    await update('catalog.branch', named, marked('code'));
    await update('pricing.price_table', named);
    // Searching is done by its own words; they are those of the tenant that is being refreshed.
    await owner.query('select catalog.refresh_search($1)', [[cementId, sandId, brickId, ladderId]]);
  });
}

/** A revision that went live and one that is being written. */
async function revisions(
  back: <T = { id: string }>(method: string, path: string, body?: unknown) => Promise<T>,
  shop: Shop,
): Promise<{ published: string; draft: string }> {
  const path = `/price-tables/${shop.tables.national}/revisions`;
  const begin = async (unitPrice: string) => {
    const { id } = await back('POST', path, {});
    const change = { productId: shop.cementId, unit: 'bag', minQuantity: '1', action: 'set', unitPrice };
    await back('PUT', `${path}/${id}/changes`, { changes: [change] });
    return id;
  };
  const published = await begin('43');
  await back('POST', `${path}/${published}/publish`, {});
  return { published, draft: await begin('44') };
}
