import { categories } from './construforte/categories.mjs';
import { companies } from './construforte/companies.mjs';
import { ordersFrom, staples } from './construforte/orders.mjs';
import { priceTablesFrom, tiers, tradeCodes } from './construforte/prices.mjs';
import { floors, revisions, settings, underTheFloor } from './construforte/pricing.mjs';
import { cementProducts } from './construforte/products-cement.mjs';
import { electricalProducts } from './construforte/products-electrical.mjs';
import { finishProducts } from './construforte/products-finishes.mjs';
import { fixingProducts } from './construforte/products-fixings.mjs';
import { masonryAndSteelProducts } from './construforte/products-masonry-steel.mjs';
import { plumbingProducts } from './construforte/products-plumbing.mjs';
import { roofingProducts } from './construforte/products-roofing.mjs';
import { costsOf } from './generate/costs.mjs';
import { withWishes } from './generate/order-book.mjs';
import { stockLevels } from './generate/stock-levels.mjs';
import { summaryOf } from './generate/summary.mjs';

const items = [
  ...cementProducts,
  ...masonryAndSteelProducts,
  ...roofingProducts,
  ...plumbingProducts,
  ...electricalProducts,
  ...finishProducts,
  ...fixingProducts,
];

/** A state is served by the branches that name it, in the order of their position. @type {import('./generate/types.mjs').Branch[]} */
const branches = [
  {
    code: 'REC',
    name: 'Recife',
    stateCode: 'PE',
    position: 1,
    serves: ['PE', 'PB', 'RN', 'AL', 'SE', 'CE', 'PI', 'MA', 'BA'],
  },
  {
    code: 'SAO',
    name: 'São Paulo',
    stateCode: 'SP',
    position: 2,
    serves: ['SP', 'RJ', 'MG', 'ES', 'PR', 'SC', 'RS', 'GO', 'DF', 'MT', 'MS', 'BA'],
  },
];

const products = items.map(({ product }) => product);
const priceTables = priceTablesFrom(items);
const stock = stockLevels({ items, branches, staples, shelfValue: 14000 });

/** The demo tenant Construforte Materiais: Portuguese, reais, Brazilian states. @type {import('./generate/types.mjs').DemoTenant} */
export const construforte = {
  tenant: {
    slug: 'construforte',
    name: 'Construforte Materiais',
    currency: 'BRL',
    locale: 'pt-BR',
    timeZone: 'America/Recife',
    brandColor: '#1F7A4D',
    publicPrices: false,
    twoPersonApproval: true,
    isDefault: false,
    domain: null,
    // Brazilian prices carry their taxes.
    taxRates: {},
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
    costs: costsOf({ key: 'construforte', products, priceTables, categories, floors, meant: underTheFloor }),
    revisions,
  },
  companies,
  staff: [
    { name: 'Helena Vasconcelos', email: 'dono@construforte.example', role: 'owner' },
    { name: 'Gustavo Lacerda', email: 'gerente@construforte.example', role: 'sales_manager' },
    { name: 'Thaís Monteiro', email: 'vendas@construforte.example', role: 'sales_rep' },
  ],
  savedLists: [],
  orders: withWishes(ordersFrom({ items, stock, branches }), { key: 'construforte', tradeCode: 'OBRA5', every: 6 }),
};

/** How much of everything Construforte has. */
export const dataSummary = summaryOf(construforte);
