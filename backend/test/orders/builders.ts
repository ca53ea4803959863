import type { Customer } from '../../src/orders/domain/customer.js';
import type { Goods, GoodsById, SellingUnit } from '../../src/orders/domain/goods.js';
import { type Act, Order, type OrderState } from '../../src/orders/domain/order.js';
import type { OrderLine } from '../../src/orders/domain/order-line.js';
import type { LinePrice, Quotation } from '../../src/orders/domain/quoted-cart.js';
import type { Buyer } from '../../src/shared/actor.js';
import { newId } from '../../src/shared/ids.js';
import { Money } from '../../src/shared/money.js';
import { permissionsOf } from '../../src/shared/permissions.js';
import { price, qty } from '../support/builders.js';

export { must, price, qty } from '../support/builders.js';

export const aUnit = (more: { code?: string; factor?: string; step?: string; minimum?: string }): SellingUnit => ({
  code: more.code ?? 'bag',
  name: more.code ?? 'bag',
  factor: qty(more.factor ?? '1'),
  step: qty(more.step ?? '1'),
  minimum: qty(more.minimum ?? '1'),
});

/** Goods in one unit that is also their base unit; bags come in pallets of 40 as well. */
export function aGoods({
  unit = {},
  available = ['1000'],
  ...more
}: Partial<Omit<Goods, 'availability'>> & {
  unit?: Parameters<typeof aUnit>[0];
  available?: string[];
} = {}): Goods {
  const base = aUnit(unit);
  const branches = available.map((text, n) => ({ code: `B${n}`, name: `Branch ${n}`, available: qty(text) }));
  return {
    productId: 'cement',
    sku: (more.productId ?? 'cement').toUpperCase(),
    name: more.productId ?? 'cement',
    categoryId: 'category',
    baseUnit: base.code,
    units: base.code === 'bag' ? [base, aUnit({ code: 'pallet', factor: '40' })] : [base],
    status: 'active',
    thumbnailUrl: null,
    drawing: null,
    backorder: false,
    restockDate: null,
    availability: {
      status: 'in_stock',
      available: branches.reduce((sum, branch) => sum.plus(branch.available), qty('0')),
      branches,
    },
    ...more,
  };
}

export const known = (...goods: Goods[]): GoodsById => new Map(goods.map((one) => [one.productId, one]));

/** A price for so many of a unit. */
export const aPrice = (unitPrice: string, quantity: string, more: Partial<LinePrice> = {}): LinePrice => ({
  unitPrice: price(unitPrice),
  listPrice: price(unitPrice),
  source: 'national',
  sourceLabel: 'List price',
  badge: { code: 'list' },
  derived: false,
  lineTotal: price(unitPrice).times(qty(quantity), 'USD'),
  tiers: [],
  trace: { winner: unitPrice },
  ...more,
});

/** What pricing answers without a trade code. */
export const quotation = (...prices: (readonly [lineId: string, price: LinePrice])[]): Quotation => ({
  prices: new Map(prices),
  tradeCode: null,
});

export const aCustomer = (more: Partial<Customer> = {}): Customer => ({
  companyId: 'company',
  name: 'Aurora Builders',
  stateCode: 'TX',
  blocked: false,
  tierId: null,
  salesRepId: null,
  paymentTerms: 'net30',
  address: {
    name: null,
    line1: '1 Main St',
    line2: null,
    city: 'Austin',
    stateCode: 'TX',
    postalCode: '73301',
    contactName: null,
    contactPhone: null,
    accessNotes: null,
  },
  jobSite: null,
  currency: 'USD',
  timeZone: 'America/Chicago',
  taxRates: {},
  ...more,
});

export const aBuyer = (more: Partial<Buyer> = {}): Buyer => ({
  id: 'buyer',
  kind: 'buyer',
  name: 'Bo',
  companyId: 'company',
  permissions: new Set(permissionsOf('buyer')),
  ...more,
});

export const anAct = (more: Partial<Act> = {}): Act => ({
  actor: { id: 'sam', name: 'Sam', kind: 'staff' },
  at: new Date('2026-11-20T15:00:00Z'),
  ...more,
});

const branches = {
  austin: { id: 'austin', code: 'AUS', name: 'Austin' },
  dallas: { id: 'dallas', code: 'DAL', name: 'Dallas' },
};

export const anOrderLine = (more: Partial<OrderLine> = {}): OrderLine => ({
  lineNo: 1,
  productId: newId(),
  sku: 'CEM-50',
  name: 'Cement',
  unit: 'bag',
  unitName: 'bag',
  factor: qty('1'),
  quantity: qty('10'),
  unitPrice: price('5'),
  listPrice: price('6'),
  lineTotal: Money.stored('50.00', 'USD'),
  source: 'national',
  sourceLabel: 'List price',
  badge: { code: 'list' },
  derived: false,
  branch: branches.austin,
  expectedDate: null,
  note: null,
  shipped: qty('0'),
  delivered: qty('0'),
  ...more,
});

/** A placed order of 100.00 with two lines of ten, one at Austin, one at Dallas. */
export function anOrder(
  more: Partial<OrderState> = {},
  lines: Partial<OrderLine>[] = [{}, {}],
  act: Act = anAct(),
): Order {
  const usd = (text: string) => Money.stored(text, 'USD');
  return Order.place(
    {
      id: newId(),
      number: 'SO-1001',
      company: { id: newId(), name: 'Aurora Builders' },
      buyer: { id: newId(), name: 'Bo', email: 'bo@aurora.example' },
      salesRepId: null,
      currency: 'USD',
      jobSiteId: null,
      address: aCustomer().address!,
      stateCode: 'TX',
      poNumber: null,
      requestedDate: null,
      payment: { method: 'bank_transfer', terms: 'prepaid', reference: 'RF18SO1001', dueAt: null },
      tradeCode: null,
      note: null,
      subtotal: usd('100.00'),
      tax: usd('0.00'),
      freight: usd('0.00'),
      total: usd('100.00'),
      lines: lines.map((line, index) =>
        anOrderLine({ lineNo: index + 1, branch: index === 1 ? branches.dallas : branches.austin, ...line }),
      ),
      ...more,
    },
    act,
  );
}
