import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { CategoryTree, PriceBook, Sellers } from './application/ports.js';
import { Pricing } from './application/pricing.js';
import { CatalogCategories } from './infrastructure/catalog.adapter.js';
import { DirectorySellers } from './infrastructure/directory.adapter.js';
import { SqlPriceBook } from './infrastructure/sql-price-book.js';

/** What things cost: tables, entries, revisions, discounts and the resolver. */
@Module({
  imports: [CatalogModule],
  providers: [
    Pricing,
    { provide: PriceBook, useClass: SqlPriceBook },
    { provide: CategoryTree, useClass: CatalogCategories },
    { provide: Sellers, useClass: DirectorySellers },
  ],
  exports: [Pricing],
})
export class PricingModule {}
