import { Global, Module } from '@nestjs/common';
import { TierCodes } from '../shared/tier-codes.js';
import { PricesImport } from './infrastructure/prices-import.adapter.js';
import { PricesImportTables } from './infrastructure/prices-import-tables.js';
import { SqlTierCodes } from './infrastructure/sql-tier-codes.js';
import { CatalogModule } from '../catalog/index.js';
import { BeginRevision } from './application/begin-revision.js';
import { BrowseCatalogue } from './application/browse-catalogue.js';
import { ChangePriceTable } from './application/change-price-table.js';
import { ChangePrices } from './application/change-prices.js';
import { CopyPriceTable } from './application/copy-price-table.js';
import { CreatePriceTable } from './application/create-price-table.js';
import { DiscussRevision } from './application/discuss-revision.js';
import { ExplainPrices } from './application/explain-prices.js';
import { KeepDiscounts } from './application/keep-discounts.js';
import { MoveRevision } from './application/move-revision.js';
import {
  Assortment,
  BuyerTiers,
  CategoryTree,
  GridCells,
  LocalTimes,
  PriceBook,
  PriceLedger,
  PriceTables,
  RevisionChanges,
  RevisionOrigins,
  Revisions,
  Sellers,
  TableCopies,
  TradeCodes,
} from './application/ports.js';
import { PriceOrder } from './application/price-order.js';
import { Pricing } from './application/pricing.js';
import { PublishRevision } from './application/publish-revision.js';
import { ResolveConflicts } from './application/resolve-conflicts.js';
import { RollBack } from './application/roll-back.js';
import { ShowPriceGrid } from './application/show-price-grid.js';
import { CatalogueController } from './http/catalogue.controller.js';
import { DiscountController } from './http/discount.controller.js';
import { ExportController } from './http/export.controller.js';
import { PriceController } from './http/price.controller.js';
import { PriceTableController } from './http/price-table.controller.js';
import { RevisionChangesController } from './http/revision-changes.controller.js';
import { RevisionController } from './http/revision.controller.js';
import { RevisionOverviewController } from './http/revision-overview.controller.js';
import { CatalogAssortment, CatalogCategories } from './infrastructure/catalog.adapter.js';
import { DirectorySellers } from './infrastructure/directory.adapter.js';
import { SqlGridCells } from './infrastructure/reads/grid-cells.js';
import { PriceExports } from './infrastructure/reads/price-exports.adapter.js';
import { PriceHistory } from './infrastructure/reads/price-history.js';
import { PriceTableList } from './infrastructure/reads/price-table-list.js';
import { RevisionDiff } from './infrastructure/reads/revision-diff.js';
import { RevisionList } from './infrastructure/reads/revision-list.js';
import { RevisionStory } from './infrastructure/reads/revision-story.js';
import { SqlBuyerTiers, SqlTradeCodes } from './infrastructure/sql-discounts.js';
import { SqlPriceBook } from './infrastructure/sql-price-book.js';
import { SqlPriceLedger } from './infrastructure/sql-price-ledger.js';
import { SqlPriceTables } from './infrastructure/sql-price-tables.js';
import { SqlRevisionChanges } from './infrastructure/sql-revision-changes.js';
import { SqlRevisions } from './infrastructure/sql-revisions.js';
import { TemporalLocalTimes } from './infrastructure/temporal-local-times.js';
import { SqlTableCopies } from './infrastructure/sql-table-copies.js';

const useCases = [
  BeginRevision,
  BrowseCatalogue,
  ChangePriceTable,
  ChangePrices,
  CopyPriceTable,
  CreatePriceTable,
  DiscussRevision,
  ExplainPrices,
  KeepDiscounts,
  MoveRevision,
  PriceOrder,
  Pricing,
  PublishRevision,
  ResolveConflicts,
  RollBack,
  ShowPriceGrid,
];

/** What things cost: tables, entries, revisions, discounts and the resolver; lends `Pricing` to other contexts. */
@Global()
@Module({
  imports: [CatalogModule],
  controllers: [
    CatalogueController,
    DiscountController,
    ExportController,
    PriceController,
    PriceTableController,
    RevisionController,
    RevisionChangesController,
    RevisionOverviewController,
  ],
  providers: [
    ...useCases,
    PricesImport,
    PricesImportTables,
    PriceExports,
    PriceHistory,
    PriceTableList,
    RevisionDiff,
    RevisionList,
    RevisionStory,
    { provide: Assortment, useClass: CatalogAssortment },
    { provide: BuyerTiers, useClass: SqlBuyerTiers },
    { provide: CategoryTree, useClass: CatalogCategories },
    { provide: GridCells, useClass: SqlGridCells },
    { provide: LocalTimes, useClass: TemporalLocalTimes },
    { provide: PriceBook, useClass: SqlPriceBook },
    { provide: PriceLedger, useClass: SqlPriceLedger },
    { provide: PriceTables, useClass: SqlPriceTables },
    { provide: RevisionChanges, useClass: SqlRevisionChanges },
    { provide: RevisionOrigins, useExisting: RevisionList },
    { provide: Revisions, useClass: SqlRevisions },
    { provide: Sellers, useClass: DirectorySellers },
    { provide: TableCopies, useClass: SqlTableCopies },
    { provide: TierCodes, useClass: SqlTierCodes },
    { provide: TradeCodes, useClass: SqlTradeCodes },
  ],
  exports: [Pricing, TierCodes],
})
export class PricingModule {}
