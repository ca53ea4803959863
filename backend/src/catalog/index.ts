export { Catalog } from './application/catalog.js';
export type { NotReserved, Shortages } from './application/ports.js';
export type {
  Facets,
  ProductCard,
  ProductDetail,
  ProductMatch,
  ProductPage,
  ProductQuery,
  ProductSort,
  StockedProduct,
} from './application/product-card.js';
export { Stock } from './application/stock.js';
export { CatalogModule } from './catalog.module.js';
export type { ReservedLine, ShortLine, StockInsufficient, WantedLine } from './domain/allocation.js';
export type { Availability, AvailabilityStatus } from './domain/availability.js';
export type { SellingUnit } from './domain/selling-unit.js';
