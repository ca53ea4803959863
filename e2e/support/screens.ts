import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Person } from './shop';
import { ironbridge, oneOfAKind, type Shop } from './shop';
import { demo } from './sign-in';

type Credentials = Pick<Person, 'email' | 'password'>;

/** One screen of one of the two apps, and how to get to look at it. */
export interface Screen {
  app: 'storefront' | 'backoffice';
  /** As the app's router writes it; an index is empty. */
  route: string;
  /** Tells apart the pictures of one route. */
  name: string;
  /** Nobody for what strangers see. */
  who?: Credentials;
  /** Below the app's root; prepares what the screen is to show. */
  path: () => Promise<string> | string;
}

/** An id that nothing has. */
const nobody = '00000000-0000-7000-8000-000000000000';
const admin = demo('admin@hearthstone.example');
const owner = demo('owner@ironbridge.example');

async function first(
  shop: Shop,
  list: string,
  fits: (each: Record<string, unknown>) => boolean = () => true,
): Promise<string> {
  const found = (
    await shop.byOwner<Record<string, unknown>[]>('GET', `${list}${list.includes('?') ? '&' : '?'}pageSize=100`)
  ).find(fits);
  if (!found) throw new Error(`Nothing in ${list} fits.`);
  return String(found.id);
}

/** An order of Hearthstone that is half on its way. */
const halfShipped = (): Promise<string> =>
  first(ironbridge, '/backoffice/orders?search=Hearthstone', (order) => order.fulfilmentStatus === 'partially_shipped');

/** Puts lines with and without trouble into the cart of the demo's company admin. */
async function filledCart(): Promise<string> {
  const token = await ironbridge.signIn(admin.email);
  await ironbridge.call(token, 'DELETE', '/cart');
  const products = await ironbridge.call<{ id: string; units: { code: string; minimum: string }[]; price: unknown }[]>(
    token,
    'GET',
    '/catalog/products?pageSize=60&inStock=true',
  );
  const lines = products
    .filter(({ price }) => price !== null)
    .filter((_, index) => index % 8 === 0)
    .map(({ id, units }, index) => ({
      productId: id,
      unit: units[0]?.code,
      quantity: index === 2 ? '90000' : units[0]?.minimum,
    }));
  await ironbridge.call(token, 'POST', '/cart/lines/batch', { lines });
  return '/cart';
}

/** A list of Hearthstone with a line that runs short; gives its id. */
async function aList(): Promise<string> {
  const token = await ironbridge.signIn(admin.email);
  const lines = [
    { sku: 'FUR-12-8', quantity: '90000' },
    { sku: 'MSH-W29-S20', quantity: '24', note: 'By the north gate' },
  ];
  const name = `Looked at ${oneOfAKind()}`;
  return (await ironbridge.call<{ id: string }>(token, 'POST', '/lists', { name, lines })).id;
}

/** Says what one product costs; gives its id. */
async function aCost(): Promise<string> {
  const product = await first(ironbridge, '/backoffice/products?search=FUR-12-8');
  await ironbridge.byOwner('PUT', '/backoffice/costs', { changes: [{ productId: product, unitCost: '1.12' }] });
  return product;
}

/** A file of stock with two rows that are wrong. */
async function checkedImport(): Promise<string> {
  const rows = ['sku,branch,on_hand,safety', 'NO-SUCH-SKU,AUS,10,0', 'FUR-12-8,NOWHERE,5,0', 'FUR-12-8,AUS,2534,0', ''];
  const { id } = await ironbridge.byOwner<{ id: string }>(
    'POST',
    '/backoffice/imports/stock?dryRun=true',
    rows.join('\n'),
  );
  for (;;) {
    const { status } = await ironbridge.byOwner<{ status: string }>('GET', `/backoffice/imports/${id}`);
    if (status === 'done' || status === 'failed') return `/imports/${id}`;
  }
}

/** A draft with prices to look at twice. */
async function aDraft(): Promise<string> {
  const table = await ironbridge.priceTable('GA');
  const { sku } = await ironbridge.aProduct({ price: '10.00' });
  const path = `/backoffice/price-tables/${table}/revisions`;
  const { id } = await ironbridge.byOwner<{ id: string }>('POST', path, { name: 'Winter' });
  await ironbridge.byOwner('POST', `${path}/${id}/formula`, { formula: { text: '+3.5 %' }, locale: 'en' });
  const changes = [{ sku, unit: 'bag', action: 'set', unitPrice: '0.00' }];
  await ironbridge.byOwner('PUT', `${path}/${id}/changes`, { changes });
  return `/prices/revisions/${table}/${id}`;
}

const storefront = (
  route: string,
  name: string,
  path: Screen['path'],
  who: Credentials | undefined = admin,
): Screen => ({
  app: 'storefront',
  route,
  name,
  path,
  who,
});
const strangers = (app: Screen['app'], route: string, path = `/${route}`): Screen => ({
  app,
  route,
  name: route,
  path: () => path,
});
const backoffice = (route: string, name: string, path: Screen['path'] = () => `/${route}`): Screen => ({
  app: 'backoffice',
  route,
  name,
  path,
  who: owner,
});

/** Every screen of both apps, many of them in more than one state. */
export const screens: readonly Screen[] = [
  strangers('storefront', 'login'),
  strangers('storefront', 'forgot'),
  strangers('storefront', 'welcome', '/welcome?token=expired'),
  storefront('', 'catalogue', () => '/'),
  storefront('', 'catalogue-grid', () => '/?view=grid'),
  storefront('', 'catalogue-filtered', () => '/?category=framing-lumber&inStock=true&sort=price'),
  storefront('', 'catalogue-nothing', () => '/?search=zzzzqqq'),
  storefront('products/:key', 'product', () => '/products/FUR-12-8'),
  storefront('products/:key', 'product-gone', () => '/products/nothing-like-this'),
  storefront('cart', 'cart', filledCart),
  storefront('cart', 'cart-empty', () => '/cart', demo('purchaser@bluefin.example')),
  storefront('quick-order', 'quick-order', () => '/quick-order'),
  storefront('lists', 'lists', async () => (await aList()) && '/lists'),
  storefront('lists', 'lists-none', () => '/lists', demo('purchaser@bluefin.example')),
  storefront('lists/:id', 'list', async () => `/lists/${await aList()}`),
  storefront('lists/:id', 'list-gone', () => `/lists/${nobody}`),
  storefront('orders', 'orders', () => '/orders'),
  storefront('orders/:id', 'order', async () => `/orders/${await halfShipped()}`),
  storefront('orders/:id/placed', 'placed', async () => `/orders/${await halfShipped()}/placed`),
  storefront('orders/:id', 'order-gone', () => `/orders/${nobody}`),
  storefront('orders/:id/placed', 'placed-gone', () => `/orders/${nobody}/placed`),
  storefront('account', 'account', () => '/account'),
  storefront('cart', 'refused-by-role', () => '/cart', demo('viewer@hearthstone.example')),
  storefront('*', 'not-found', () => '/nothing-here'),
  strangers('backoffice', 'login'),
  strangers('backoffice', 'forgot'),
  strangers('backoffice', 'welcome', '/welcome?token=expired'),
  backoffice('', 'home', () => '/'),
  backoffice('today', 'today'),
  backoffice('orders', 'orders'),
  backoffice('orders', 'orders-panel', async () => `/orders?view=all&selected=${await halfShipped()}`),
  backoffice('orders/:id', 'order', async () => `/orders/${await halfShipped()}`),
  backoffice('orders/:id', 'order-gone', () => `/orders/${nobody}`),
  backoffice('products', 'products'),
  backoffice('products/:id', 'product', async () => `/products/${await first(ironbridge, '/backoffice/products')}`),
  backoffice('products/:id', 'product-new', () => '/products/new'),
  backoffice('products/:id', 'product-gone', () => `/products/${nobody}`),
  backoffice('categories', 'categories'),
  backoffice('stock', 'stock'),
  backoffice('branches', 'branches'),
  backoffice('imports', 'imports', async () => (await checkedImport()) && '/imports'),
  backoffice('imports/:id', 'import', checkedImport),
  backoffice('companies', 'companies'),
  backoffice(
    'companies/:id',
    'company',
    async () => `/companies/${await first(ironbridge, '/backoffice/companies?search=Hearthstone')}`,
  ),
  backoffice('companies/:id', 'company-gone', () => `/companies/${nobody}`),
  backoffice('prices', 'prices'),
  backoffice('prices/tables', 'price-tables'),
  backoffice('prices/revisions', 'revisions', () => '/prices/revisions?view=all'),
  backoffice('prices/revisions/:tableId/:id', 'revision', aDraft),
  backoffice('prices/revisions/:tableId/:id', 'revision-gone', () => `/prices/revisions/${nobody}/${nobody}`),
  backoffice('prices/calendar', 'price-calendar'),
  backoffice('prices/calendar', 'price-agenda', () => '/prices/calendar?look=agenda'),
  backoffice('prices/costs', 'costs', async () => {
    await aCost();
    return '/prices/costs';
  }),
  backoffice('prices/costs', 'costs-panel', async () => `/prices/costs?selected=${await aCost()}&search=FUR-12-8`),
  backoffice('prices/costs/floors', 'margin-floors'),
  backoffice('prices/costs/settings', 'pricing-settings'),
  backoffice('prices/contracts', 'contracts', () => '/prices/contracts?view=all'),
  backoffice('prices/contracts', 'contracts-ending'),
  backoffice('prices/discounts', 'buyer-tiers'),
  backoffice('prices/discounts/codes', 'trade-codes', async () => {
    const code = await first(ironbridge, '/backoffice/trade-codes');
    return `/prices/discounts/codes?selected=${code}`;
  }),
  backoffice('prices/simulator', 'simulator', async () => {
    const company = await first(ironbridge, '/backoffice/companies?search=Hearthstone');
    return `/prices/simulator?order=${await halfShipped()}&company=${company}`;
  }),
  backoffice('prices/simulator', 'simulator-list', async () => {
    const company = await first(ironbridge, '/backoffice/companies?search=Hearthstone');
    return `/prices/simulator?list=${await aList()}&company=${company}`;
  }),
  backoffice('prices/simulator', 'simulator-nothing'),
  backoffice('carts', 'carts', async () => (await filledCart()) && '/carts'),
  backoffice('carts/:id', 'cart', async () => {
    await filledCart();
    const [cart] = await ironbridge.byOwner<{ id: string }[]>('GET', '/backoffice/carts');
    return `/carts/${cart?.id ?? nobody}`;
  }),
  backoffice('carts/:id', 'cart-gone', () => `/carts/${nobody}`),
  backoffice('explain', 'explain', async () => {
    const product = await first(ironbridge, '/backoffice/products?search=FUR-12-8');
    const company = await first(ironbridge, '/backoffice/companies?search=Hearthstone');
    return `/explain?product=${product}&company=${company}`;
  }),
  backoffice('explain', 'explain-nothing'),
  backoffice('staff', 'staff'),
  backoffice('roles', 'roles'),
  backoffice('audit', 'audit'),
  backoffice('*', 'not-found', () => '/nothing-here'),
];

const source = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found ?? '');

/** Every route of an app, as its router has them. */
export function routesOf(app: Screen['app']): string[] {
  const router = source(`${app}/src/app/app-routes.tsx`);
  const listed =
    app === 'backoffice' ? all(source('backoffice/src/app/screens.ts'), /^\s+(?:\{ )?path: '([^']+)'/gm) : [];
  return [...(/<Route index /.test(router) ? [''] : []), ...all(router, /<Route path="([^"]+)"/g), ...listed];
}
