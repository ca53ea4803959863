import { Global, Module } from '@nestjs/common';
import { TierCodes } from '../shared/tier-codes.js';
import { ApplyFormula } from './application/apply-formula.js';
import { Costs, FloorCheck, MarginBasis, MarginFloors, Measures, SettingsOfPricing } from './application/cost-ports.js';
import { GuardFloors } from './application/guard-floors.js';
import { KeepCosts } from './application/keep-costs.js';
import { KeepFloors } from './application/keep-floors.js';
import { PriceLights } from './application/price-lights.js';
import { PriceLines } from './application/price-lines.js';
import { ShowCosts } from './application/show-costs.js';
import { CostController } from './http/cost.controller.js';
import { RevisionNumbersController } from './http/revision-numbers.controller.js';
import { CatalogMeasures } from './infrastructure/catalog-measures.adapter.js';
import { SqlCosts } from './infrastructure/sql-costs.js';
import { CostsImport } from './infrastructure/costs-import.adapter.js';
import { SqlFloorCheck } from './infrastructure/sql-floor-check.js';
import { SqlMarginFloors, SqlSettingsOfPricing } from './infrastructure/sql-floors.js';
import { SqlMarginBasis } from './infrastructure/sql-margin-basis.js';
import { SqlPriceLines } from './infrastructure/sql-price-lines.js';
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
import { MailRevisionNews } from './application/mail-revision-news.js';
import { MoveRevision } from './application/move-revision.js';
import { PendingPrices, PriceBook, PriceTables, RevisionOrigins, TableCopies } from './application/book-ports.js';
import { Assortment, CategoryTree, Sellers } from './application/catalogue-ports.js';
import { BuyerTiers, TradeCodes } from './application/discount-ports.js';
import { GridCells } from './application/grid-ports.js';
import { Colleagues, LocalTimes, PriceLedger, RevisionChanges, Revisions } from './application/revision-ports.js';
import { PriceOrder } from './application/price-order.js';
import { Pricing } from './application/pricing.js';
import { PublishRevision } from './application/publish-revision.js';
import { RemindOfExpiry } from './application/remind-of-expiry.js';
import { ResolveConflicts } from './application/resolve-conflicts.js';
import { RollBack } from './application/roll-back.js';
import { ShowPriceGrid } from './application/show-price-grid.js';
import { SimulatePrices } from './application/simulate-prices.js';
import { TradeCodeClaims } from './application/trade-code-claims.js';
import { CatalogueController } from './http/catalogue.controller.js';
import { DiscountController } from './http/discount.controller.js';
import { ExportController } from './http/export.controller.js';
import { PriceController } from './http/price.controller.js';
import { PriceTableController } from './http/price-table.controller.js';
import { RevisionChangesController } from './http/revision-changes.controller.js';
import { RevisionController } from './http/revision.controller.js';
import { RevisionOverviewController } from './http/revision-overview.controller.js';
import { SimulationController } from './http/simulation.controller.js';
import { CatalogAssortment, CatalogCategories } from './infrastructure/catalog.adapter.js';
import { DirectoryColleagues, DirectorySellers } from './infrastructure/directory.adapter.js';
import { ExpiryReminders } from './infrastructure/expiry-reminders.listener.js';
import { DiffExport } from './infrastructure/reads/diff-export.js';
import { SqlGridCells } from './infrastructure/reads/grid-cells.js';
import { PriceExports } from './infrastructure/reads/price-exports.adapter.js';
import { PriceHistory } from './infrastructure/reads/price-history.js';
import { PriceTableList } from './infrastructure/reads/price-table-list.js';
import { RevisionDiff } from './infrastructure/reads/revision-diff.js';
import { RevisionList } from './infrastructure/reads/revision-list.js';
import { RevisionStory } from './infrastructure/reads/revision-story.js';
import { TouchedCarts } from './infrastructure/reads/touched-carts.js';
import { RevisionMailsListener } from './infrastructure/revision-mails.listener.js';
import { SqlBuyerTiers, SqlTradeCodes } from './infrastructure/sql-discounts.js';
import { SqlPendingPrices } from './infrastructure/sql-pending-prices.js';
import { SqlPriceBook } from './infrastructure/sql-price-book.js';
import { SqlPriceLedger } from './infrastructure/sql-price-ledger.js';
import { SqlPriceTables } from './infrastructure/sql-price-tables.js';
import { SqlRevisionChanges } from './infrastructure/sql-revision-changes.js';
import { SqlRevisions } from './infrastructure/sql-revisions.js';
import { TemporalLocalTimes } from './infrastructure/temporal-local-times.js';
import { SqlTableCopies } from './infrastructure/sql-table-copies.js';

const useCases = [
  ApplyFormula,
  BeginRevision,
  BrowseCatalogue,
  ChangePriceTable,
  ChangePrices,
  CopyPriceTable,
  CreatePriceTable,
  DiscussRevision,
  ExplainPrices,
  GuardFloors,
  KeepCosts,
  KeepDiscounts,
  KeepFloors,
  MailRevisionNews,
  MoveRevision,
  PriceLights,
  PriceOrder,
  Pricing,
  PublishRevision,
  RemindOfExpiry,
  ResolveConflicts,
  RollBack,
  ShowCosts,
  ShowPriceGrid,
  SimulatePrices,
  TradeCodeClaims,
];

/** What things cost: tables, entries, revisions, discounts and the resolver; lends `Pricing` to other contexts. */
@Global()
@Module({
  imports: [CatalogModule],
  controllers: [
    CatalogueController,
    CostController,
    DiscountController,
    ExportController,
    PriceController,
    PriceTableController,
    RevisionController,
    RevisionChangesController,
    RevisionNumbersController,
    RevisionOverviewController,
    SimulationController,
  ],
  providers: [
    ...useCases,
    CostsImport,
    ExpiryReminders,
    PricesImport,
    PricesImportTables,
    DiffExport,
    PriceExports,
    PriceHistory,
    PriceTableList,
    RevisionDiff,
    RevisionList,
    RevisionStory,
    TouchedCarts,
    { provide: Assortment, useClass: CatalogAssortment },
    RevisionMailsListener,
    { provide: BuyerTiers, useClass: SqlBuyerTiers },
    { provide: CategoryTree, useClass: CatalogCategories },
    { provide: Costs, useClass: SqlCosts },
    { provide: FloorCheck, useClass: SqlFloorCheck },
    { provide: Colleagues, useClass: DirectoryColleagues },
    { provide: GridCells, useClass: SqlGridCells },
    { provide: LocalTimes, useClass: TemporalLocalTimes },
    { provide: MarginBasis, useClass: SqlMarginBasis },
    { provide: MarginFloors, useClass: SqlMarginFloors },
    { provide: Measures, useClass: CatalogMeasures },
    { provide: PendingPrices, useClass: SqlPendingPrices },
    { provide: PriceBook, useClass: SqlPriceBook },
    { provide: PriceLedger, useClass: SqlPriceLedger },
    { provide: PriceLines, useClass: SqlPriceLines },
    { provide: PriceTables, useClass: SqlPriceTables },
    { provide: RevisionChanges, useClass: SqlRevisionChanges },
    { provide: RevisionOrigins, useExisting: RevisionList },
    { provide: Revisions, useClass: SqlRevisions },
    { provide: Sellers, useClass: DirectorySellers },
    { provide: TableCopies, useClass: SqlTableCopies },
    { provide: SettingsOfPricing, useClass: SqlSettingsOfPricing },
    { provide: TierCodes, useClass: SqlTierCodes },
    { provide: TradeCodes, useClass: SqlTradeCodes },
  ],
  exports: [Pricing, TierCodes, TradeCodeClaims],
})
export class PricingModule {}
