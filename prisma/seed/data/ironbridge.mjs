import { costsOf } from './generate/costs.mjs';
import { withWishes } from './generate/order-book.mjs';
import { stockLevels } from './generate/stock-levels.mjs';
import { summaryOf } from './generate/summary.mjs';
import { categories } from './ironbridge/categories.mjs';
import { companies } from './ironbridge/companies.mjs';
import { savedLists } from './ironbridge/lists.mjs';
import { ordersFrom, staples } from './ironbridge/orders.mjs';
import { priceTablesFrom, tiers, tradeCodes } from './ironbridge/prices.mjs';
import { floors, revisions, settings, underTheFloor } from './ironbridge/pricing.mjs';
import { aggregateProducts } from './ironbridge/products-aggregate.mjs';
import { cementProducts } from './ironbridge/products-cement.mjs';
import { drywallProducts } from './ironbridge/products-drywall.mjs';
import { electricalProducts } from './ironbridge/products-electrical.mjs';
import { fastenerProducts } from './ironbridge/products-fasteners.mjs';
import { finishProducts } from './ironbridge/products-finishes.mjs';
import { insulationProducts } from './ironbridge/products-insulation.mjs';
import { lumberProducts } from './ironbridge/products-lumber.mjs';
import { masonryProducts } from './ironbridge/products-masonry.mjs';
import { openingProducts } from './ironbridge/products-openings.mjs';
import { panelProducts } from './ironbridge/products-panels.mjs';
import { plumbingProducts } from './ironbridge/products-plumbing.mjs';
import { roofingProducts } from './ironbridge/products-roofing.mjs';
import { steelProducts } from './ironbridge/products-steel.mjs';
import { toolProducts } from './ironbridge/products-tools.mjs';

const items = [
  ...cementProducts,
  ...aggregateProducts,
  ...masonryProducts,
  ...steelProducts,
  ...lumberProducts,
  ...panelProducts,
  ...roofingProducts,
  ...insulationProducts,
  ...openingProducts,
  ...drywallProducts,
  ...finishProducts,
  ...plumbingProducts,
  ...electricalProducts,
  ...fastenerProducts,
  ...toolProducts,
];

/** A state is served by the branches that name it, in the order of their position. @type {import('./generate/types.mjs').Branch[]} */
const branches = [
  { code: 'AUS', name: 'Austin', stateCode: 'TX', position: 1, serves: ['TX', 'OK', 'LA', 'AR', 'NM', 'CO', 'AZ'] },
  {
    code: 'TPA',
    name: 'Tampa',
    stateCode: 'FL',
    position: 2,
    serves: ['FL', 'GA', 'AL', 'MS', 'SC', 'NC', 'TN', 'LA', 'TX'],
  },
  { code: 'PDX', name: 'Portland', stateCode: 'OR', position: 3, serves: ['OR', 'WA', 'CA', 'ID', 'NV', 'AZ'] },
];

const products = items.map(({ product }) => product);
const priceTables = priceTablesFrom(items);
const stock = stockLevels({ items, branches, staples, shelfValue: 7000 });

/** The demo tenant Ironbridge Building Supply: English, US dollars, US states. @type {import('./generate/types.mjs').DemoTenant} */
export const ironbridge = {
  tenant: {
    slug: 'ironbridge',
    name: 'Ironbridge Building Supply',
    currency: 'USD',
    locale: 'en-US',
    timeZone: 'America/Chicago',
    brandColor: null,
    publicPrices: true,
    twoPersonApproval: false,
    isDefault: true,
    domain: null,
    taxRates: {
      TX: '0.0825',
      FL: '0.07',
      OR: '0',
      CA: '0.0875',
      WA: '0.094',
      GA: '0.074',
      AZ: '0.084',
      LA: '0.0955',
      OK: '0.09',
      AR: '0.0945',
      NM: '0.077',
      CO: '0.078',
      AL: '0.0925',
      MS: '0.07',
      SC: '0.075',
      NC: '0.07',
      TN: '0.0955',
      ID: '0.06',
      NV: '0.0825',
    },
  },
  categories,
  branches,
  products,
  stock,
  priceTables,
  tiers,
  tradeCodes,
  pricing: {
    settings,
    floors,
    underTheFloor,
    costs: costsOf({ key: 'ironbridge', products, priceTables, categories, floors, meant: underTheFloor }),
    revisions,
  },
  companies,
  staff: [
    { name: 'Margaret Doyle', email: 'owner@ironbridge.example', role: 'owner' },
    { name: 'Priya Nair', email: 'manager@ironbridge.example', role: 'sales_manager' },
    { name: 'Cody Barrett', email: 'rep@ironbridge.example', role: 'sales_rep' },
    { name: 'Hank Mueller', email: 'fulfilment@ironbridge.example', role: 'fulfilment' },
    { name: 'Elena Park', email: 'readonly@ironbridge.example', role: 'read_only' },
  ],
  savedLists,
  orders: withWishes(ordersFrom({ items, stock, branches }), { key: 'ironbridge', tradeCode: 'TRADE5', every: 13 }),
};

/** How much of everything Ironbridge has. */
export const dataSummary = summaryOf(ironbridge);
