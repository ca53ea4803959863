import { password } from '../../identity/people.js';
import type { Named } from './furnished-shop.js';

/** What can stand in a path, by the segment before it or for one route; more than one where a thing has several names. */
export const pathValues: Record<string, (named: Named) => string[]> = {
  'GET /api/v1/catalog/products/{id}': ({ product, sku, slug }) => [product, sku, slug],
  'GET /api/v1/catalog/products/{id}/price': ({ product, sku, slug }) => [product, sku, slug],
  'branches/{id}': ({ branch }) => [branch],
  'buyer-tiers/{id}': ({ tier }) => [tier],
  'buyers/{buyerId}': ({ buyer }) => [buyer],
  'carts/{id}': ({ cart }) => [cart],
  'categories/{id}': ({ category }) => [category],
  'costs/{productId}': ({ product }) => [product],
  'companies/{companyId}': ({ company }) => [company],
  'companies/{id}': ({ company }) => [company],
  'images/{imageId}': ({ image }) => [image],
  'imports/{id}': (named) => [named.import],
  'imports/{kind}': () => ['prices', 'costs', 'stock', 'products', 'categories', 'companies'],
  'job-sites/{siteId}': ({ jobSite }) => [jobSite],
  'lines/{id}': ({ cartLine }) => [cartLine],
  'lines/{lineId}': ({ listLine }) => [listLine],
  'lines/{lineNo}': () => ['1'],
  'lists/{id}': ({ list }) => [list],
  'orders/{id}': ({ order }) => [order],
  'price-tables/{id}': ({ table }) => [table],
  'products/{id}': ({ product }) => [product],
  'revisions/{revisionId}': ({ draft, published }) => [draft, published],
  'roles/{id}': ({ role }) => [role],
  'staff/{id}': ({ staff }) => [staff],
  'stock/{productId}': ({ product }) => [product],
  'trade-codes/{id}': ({ tradeCodeId }) => [tradeCodeId],
};

/** What can be asked for in a query. */
export const queryValues: Record<string, (named: Named) => string[]> = {
  actor: ({ staff }) => [staff],
  brand: ({ brand }) => [brand],
  branch: ({ branchCode }) => [branchCode],
  category: ({ categorySlug, category }) => [categorySlug, category],
  changed: ({ draft }) => [draft],
  company: ({ company }) => [company],
  companies: ({ company }) => [company],
  companyId: ({ company }) => [company],
  entityId: ({ product }) => [product],
  productId: ({ product }) => [product],
  rep: ({ staff }) => [staff],
  revisionId: ({ draft }) => [draft],
  search: ({ sku, email, taxId, tableName }) => [sku, email, taxId, tableName, 'cement'],
  tableId: ({ table }) => [table],
  tables: ({ table }) => [table],
};

/** Parameters that name nothing of anybody. */
export const saysNothing = new Set(
  (
    'page pageSize sort status from to version inStock priceMin priceMax stateCode unit quantity minQuantity validFrom ' +
    'at scope side dryRun publish attr payment fulfilment changedOnly conflictsOnly waitingForMe mine only entity format ' +
    'missing expiring pending'
  ).split(' '),
);

const address = { line1: '1 Main St', city: 'Austin', stateCode: 'TX', postalCode: '73301' };
const units = [{ code: 'bag', name: 'bag', factor: '1', step: '1', minimum: '1' }];
const invited = ({ email, role }: Named) => ({ name: 'Somebody', email, roles: [role] });
const product = ({ sku, category }: Named) => ({ sku, name: 'Thing', categoryId: category, baseUnit: 'bag', units });
const company = ({ taxId, tier, staff, email }: Named) => ({
  ...{ name: 'Somebody', taxId, stateCode: 'TX', address },
  ...{ tierId: tier, salesRepId: staff, email },
});
const category = (named: Named) => ({
  ...{ code: named.categoryCode, name: 'Things' },
  ...{ slug: named.categorySlug, parentId: named.category },
});
const lines = (named: Named) => [
  { productId: named.product, quantity: '1' },
  { sku: named.sku, quantity: '1' },
];
const step = () => ({ note: 'a step' });
const v1 = '/api/v1';
const revision = `${v1}/backoffice/price-tables/{id}/revisions/{revisionId}`;

/** A body for each route that takes one; what is different between two shops is what points at something of theirs. */
export const bodies: Record<string, (named: Named) => unknown> = {
  [`POST ${v1}/auth/login`]: (named) => ({ email: named.email, password: named.password }),
  [`POST ${v1}/auth/refresh`]: () => ({}),
  [`POST ${v1}/auth/logout`]: () => ({}),
  [`POST ${v1}/auth/password-reset`]: ({ email }) => ({ email }),
  [`POST ${v1}/auth/password`]: ({ resetToken }) => ({ token: resetToken, password: `${password}-2` }),
  [`POST ${v1}/backoffice/companies`]: company,
  [`PATCH ${v1}/backoffice/companies/{id}`]: company,
  [`POST ${v1}/backoffice/companies/{companyId}/buyers`]: invited,
  [`PATCH ${v1}/backoffice/companies/{companyId}/buyers/{buyerId}`]: invited,
  [`POST ${v1}/backoffice/companies/{companyId}/job-sites`]: () => ({ name: 'Yard', ...address }),
  [`PATCH ${v1}/backoffice/companies/{companyId}/job-sites/{siteId}`]: () => ({ name: 'Yard' }),
  [`POST ${v1}/company/job-sites`]: () => ({ name: 'Own yard', ...address }),
  [`PATCH ${v1}/company/job-sites/{siteId}`]: () => ({ name: 'Own yard' }),
  [`POST ${v1}/company/buyers`]: invited,
  [`PATCH ${v1}/company/buyers/{buyerId}`]: invited,
  [`POST ${v1}/backoffice/roles`]: () => ({ name: 'Watcher', side: 'staff', permissions: ['order.read'] }),
  [`PATCH ${v1}/backoffice/roles/{id}`]: () => ({ permissions: ['order.read', 'stock.read'] }),
  [`POST ${v1}/backoffice/staff`]: invited,
  [`PATCH ${v1}/backoffice/staff/{id}`]: invited,
  [`POST ${v1}/backoffice/branches`]: ({ branchCode }) => ({ code: branchCode, name: 'Depot', stateCode: 'TX' }),
  [`PATCH ${v1}/backoffice/branches/{id}`]: ({ branchCode }) => ({ code: branchCode }),
  [`POST ${v1}/backoffice/categories`]: category,
  [`PATCH ${v1}/backoffice/categories/{id}`]: category,
  [`POST ${v1}/backoffice/uploads`]: () => ({ fileName: 'a.png', contentType: 'image/png', size: 100 }),
  [`POST ${v1}/backoffice/products/{id}/images`]: ({ uploadKey }) => ({ key: uploadKey }),
  [`PATCH ${v1}/backoffice/products/{id}/images`]: ({ image }) => ({ imageIds: [image] }),
  [`POST ${v1}/backoffice/products`]: product,
  [`PATCH ${v1}/backoffice/products/{id}`]: product,
  [`PUT ${v1}/backoffice/stock`]: ({ sku, branchCode }) => ({
    lines: [{ sku, branch: branchCode, onHand: '3', reason: 'count' }],
  }),
  [`POST ${v1}/catalog/prices`]: (named) => ({ lines: [{ productId: named.product, quantity: '1' }] }),
  [`POST ${v1}/backoffice/buyer-tiers`]: (named) => ({
    ...{ code: named.tierCode, name: 'Tier', defaultPercent: '1' },
    categories: [{ categoryId: named.category, percent: '2' }],
  }),
  [`PATCH ${v1}/backoffice/buyer-tiers/{id}`]: (named) => ({
    categories: [{ categoryId: named.category, percent: '2' }],
  }),
  [`POST ${v1}/backoffice/trade-codes`]: (named) => ({
    ...{ code: named.tradeCode, name: 'Code', percent: '1' },
    categoryId: named.category,
  }),
  [`PATCH ${v1}/backoffice/trade-codes/{id}`]: (named) => ({ categoryId: named.category }),
  [`POST ${v1}/backoffice/prices/resolve`]: (named) => ({
    ...{ companyId: named.company, tradeCode: named.tradeCode },
    lines: lines(named),
  }),
  [`POST ${v1}/backoffice/prices/simulate`]: (named) => ({
    ...{ companyId: named.company, tradeCode: named.tradeCode, orderId: named.order },
    ...{ revisionIds: [named.draft], lines: lines(named), listId: named.list },
  }),
  [`POST ${v1}/backoffice/price-tables`]: (named) => ({
    ...{ name: named.tableName, scope: 'company' },
    companyId: named.company,
  }),
  [`PATCH ${v1}/backoffice/price-tables/{id}`]: ({ tableName }) => ({ name: tableName }),
  [`POST ${v1}/backoffice/price-tables/{id}/copy`]: ({ company }) => ({ companyId: company }),
  [`POST ${v1}/backoffice/price-tables/{id}/rollback`]: ({ published, product: productId }) => ({
    ...{ revisionId: published, draft: true },
    lines: [{ productId, unit: 'bag', minQuantity: '1' }],
  }),
  [`POST ${v1}/backoffice/price-tables/{id}/revisions`]: () => ({ name: 'Spring' }),
  [`POST ${revision}/formula`]: (named) => ({
    selection: { category: named.categorySlug, brand: [named.brand], skus: [named.sku], search: named.sku },
    formula: { text: 'table + 1 %', tableId: named.table },
  }),
  [`PUT ${v1}/backoffice/costs`]: (named) => ({
    changes: [
      { sku: named.sku, unitCost: '1' },
      { productId: named.product, unitCost: '1' },
    ],
  }),
  [`PUT ${v1}/backoffice/margin-floors`]: ({ category: categoryId }) => ({ floors: [{ categoryId, floor: null }] }),
  [`PUT ${v1}/backoffice/pricing-settings`]: () => ({ outlierPercent: '25' }),
  [`PUT ${revision}/changes`]: (named) => ({
    changes: [
      { productId: named.product, action: 'set', unitPrice: '1' },
      { sku: named.sku, action: 'set', unitPrice: '1', minQuantity: '7' },
    ],
  }),
  [`PATCH ${revision}`]: () => ({ name: 'Summer' }),
  [`POST ${revision}/comments`]: () => ({ text: 'Looks right' }),
  [`POST ${revision}/conflicts/resolve`]: ({ product: productId }) => ({
    take: 'mine',
    lines: [{ productId, unit: 'bag', minQuantity: '1' }],
  }),
  [`POST ${revision}/submit`]: step,
  [`POST ${revision}/approve`]: step,
  [`POST ${revision}/reject`]: step,
  [`POST ${revision}/withdraw`]: step,
  [`POST ${revision}/publish`]: () => ({}),
  [`PATCH ${v1}/cart`]: ({ jobSite, tradeCode }) => ({ jobSiteId: jobSite, tradeCode }),
  [`POST ${v1}/cart/lines`]: ({ product: productId, sku }) => ({ productId, sku, quantity: '1' }),
  [`POST ${v1}/cart/lines/batch`]: (named) => ({ lines: lines(named) }),
  [`PATCH ${v1}/cart/lines/{id}`]: () => ({ quantity: '2' }),
  [`POST ${v1}/cart/accept-prices`]: () => ({}),
  [`POST ${v1}/lists`]: (named) => ({ name: 'Weekly', lines: lines(named) }),
  [`PATCH ${v1}/lists/{id}`]: () => ({ name: 'Monthly' }),
  [`POST ${v1}/lists/{id}/lines`]: ({ product: productId, sku }) => ({ productId, sku, quantity: '1' }),
  [`PATCH ${v1}/lists/{id}/lines/{lineId}`]: () => ({ quantity: '2' }),
  [`POST ${v1}/lists/{id}/add-to-cart`]: ({ listLine }) => ({ lineIds: [listLine] }),
  [`POST ${v1}/orders`]: ({ jobSite, tradeCode }) => ({
    ...{ cartVersion: 1, payment: { method: 'bank_transfer' } },
    ...{ jobSiteId: jobSite, tradeCode },
  }),
  [`POST ${v1}/orders/{id}/cancel`]: () => ({ reason: 'no' }),
  [`POST ${v1}/backoffice/orders/{id}/confirm`]: step,
  [`POST ${v1}/backoffice/orders/{id}/reject`]: () => ({ reason: 'no' }),
  [`POST ${v1}/backoffice/orders/{id}/cancel`]: () => ({ reason: 'no' }),
  [`POST ${v1}/backoffice/orders/{id}/ship`]: ({ branch }) => ({ branchId: branch }),
  [`POST ${v1}/backoffice/orders/{id}/deliver`]: ({ shipment }) => ({ shipmentId: shipment }),
  [`POST ${v1}/backoffice/orders/{id}/payments`]: () => ({ amount: '1' }),
  // One file that names something of every kind; each kind reads what it knows.
  [`POST ${v1}/backoffice/imports/{kind}`]: (named) =>
    'sku,name,code,parent_code,category_code,base_unit,units,branch,on_hand,tax_id,state,tier,company_tax_id,scope,unit,' +
    'unit_price,currency,table,cost\n' +
    `${named.sku},Thing,${named.categoryCode},${named.categoryCode},${named.categoryCode},bag,,${named.branchCode},3,` +
    `${named.taxId},TX,${named.tierCode},${named.taxId},company,bag,1,USD,${named.tableName},1\n`,
};

const key = ({ idempotencyKey }: Named) => ({ 'idempotency-key': idempotencyKey });

/** What else a caller can say about who they are, or about a request they made before. */
export const headersOf: Record<string, (named: Named) => Record<string, string>> = {
  [`POST ${v1}/auth/refresh`]: ({ cookie }) => ({ cookie }),
  [`POST ${v1}/auth/logout`]: ({ cookie }) => ({ cookie }),
  [`POST ${v1}/orders`]: key,
  [`POST ${v1}/backoffice/orders/{id}/payments`]: key,
  [`POST ${v1}/backoffice/imports/{kind}`]: key,
};
