import type { components } from '@tradeyard/api-client';

type Schemas = components['schemas'];

/* The shapes the screens read, by the API's own description. Amounts and quantities are decimal strings. */
export type SellingUnit = Schemas['UnitView'];
export type Availability = Schemas['AvailabilityView'];
export type Tier = Schemas['TierView'];
export type PriceBadge = Schemas['BadgeView'];
export type QuotedPrice = Schemas['QuotedPriceView'];
export type PricedLine = Schemas['PricedLineView'];
export type Product = Schemas['CatalogueProductView'];
export type ProductDetail = Schemas['CatalogueDetailView'];
export type Category = Schemas['CategoryTreeView'];
export type Facets = Schemas['CatalogueFacetsView'];
export type Page = Schemas['Page'];
export type JobSite = Schemas['JobSiteView'];
export type Company = Schemas['OwnCompanyView'];
export type CartProblem = Schemas['CartProblemView'];
export type RefusedLine = Schemas['RefusedLineView'];
export type OrderSummary = Schemas['OrderSummaryView'];
export type OrderLine = Schemas['OrderLineView'];
export type Order = Schemas['OrderView'];
export type Shipment = Schemas['ShipmentView'];

/** A line of the cart; `pending` until the server has answered: its figures are the old ones. */
export type CartLine = Schemas['CartLineView'] & { pending?: boolean };
export type Cart = Omit<Schemas['CartView'], 'lines'> & { lines: CartLine[] };
/** The cart after many lines were put in, with those that stayed out. */
export type FilledCart = Schemas['FilledCartView'];
/** The cart after a list was put in. */
export type CartFilledFromList = Schemas['CartFilledFromListView'];
export type ListSummary = Schemas['ListSummaryView'];
/** A saved list at today's prices; its lines are like those of a cart. */
export type SavedList = Omit<Schemas['ListView'], 'lines'> & { lines: CartLine[] };
/** A list as it was kept, with the lines that stayed out. */
export type KeptList = Schemas['KeptListView'];
