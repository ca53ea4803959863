import { Module } from '@nestjs/common';
import { Catalog } from './application/catalog.js';
import { CategoryTree, ProductCards, ProductLists, StockLedger } from './application/ports.js';
import { Stock } from './application/stock.js';
import { ActiveBranches } from './infrastructure/active-branches.js';
import { FacetCounts } from './infrastructure/reads/facet-counts.js';
import { SearchPlans } from './infrastructure/reads/search-plans.js';
import { SqlProductCards } from './infrastructure/reads/sql-product-cards.js';
import { SqlProductLists } from './infrastructure/reads/sql-product-lists.js';
import { SqlCategoryTree } from './infrastructure/sql-category-tree.js';
import { SqlStockLedger } from './infrastructure/sql-stock-ledger.js';

/** What is sold, and where it lies; lends `Catalog` and `Stock` to other contexts. */
@Module({
  providers: [
    ActiveBranches,
    Catalog,
    FacetCounts,
    SearchPlans,
    SqlCategoryTree,
    Stock,
    { provide: CategoryTree, useExisting: SqlCategoryTree },
    { provide: ProductCards, useClass: SqlProductCards },
    { provide: ProductLists, useClass: SqlProductLists },
    { provide: StockLedger, useClass: SqlStockLedger },
  ],
  exports: [Catalog, Stock],
})
export class CatalogModule {}
