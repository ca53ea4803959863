import { Global, Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { PricingModule } from '../pricing/index.js';
import { Demand } from '../shared/demand.js';
import { ListBaskets } from '../shared/list-baskets.js';
import { OrderBaskets } from '../shared/order-baskets.js';
import { AcceptPrices } from './application/accept-prices.js';
import { AddListToCart } from './application/add-list-to-cart.js';
import { AddManyToCart } from './application/add-many-to-cart.js';
import { AddToCart } from './application/add-to-cart.js';
import { AddToList } from './application/add-to-list.js';
import { CartEditing } from './application/cart-editing.js';
import { ChangeCartLine } from './application/change-cart-line.js';
import { ChangeCartTerms } from './application/change-cart-terms.js';
import { ChangeListLine } from './application/change-list-line.js';
import { ClearCart } from './application/clear-cart.js';
import { ConfirmOrder } from './application/confirm-order.js';
import { DeleteList } from './application/delete-list.js';
import { DeliverOrder } from './application/deliver-order.js';
import { EndOrder } from './application/end-order.js';
import { ListEditing } from './application/list-editing.js';
import { MailOrderNews } from './application/mail-order-news.js';
import { OrderChanges } from './application/order-changes.js';
import { PlaceOrder } from './application/place-order.js';
import {
  Carts,
  Correspondents,
  Lists,
  Offers,
  OpenCarts,
  Orders,
  PaymentMethods,
  Stock,
  TradeCodes,
} from './application/ports.js';
import { RecordPayment } from './application/record-payment.js';
import { RemoveFromList } from './application/remove-from-list.js';
import { RenameList } from './application/rename-list.js';
import { Reorder } from './application/reorder.js';
import { SaveList } from './application/save-list.js';
import { ShowList } from './application/show-list.js';
import { ShowOpenCarts } from './application/show-open-carts.js';
import { ShipOrder } from './application/ship-order.js';
import { Turnstile } from './application/turnstile.js';
import { ViewCart } from './application/view-cart.js';
import { BackofficeOrderController } from './http/backoffice-order.controller.js';
import { CartController } from './http/cart.controller.js';
import { DashboardController } from './http/dashboard.controller.js';
import { ListController } from './http/list.controller.js';
import { ListLineController } from './http/list-line.controller.js';
import { OrderController } from './http/order.controller.js';
import { StaffCartController } from './http/staff-cart.controller.js';
import { StaffListController } from './http/staff-list.controller.js';
import { DirectoryCorrespondents } from './infrastructure/correspondents.adapter.js';
import { SqlDemand } from './infrastructure/demand.adapter.js';
import { ContextOffers } from './infrastructure/offers.adapter.js';
import { OfflinePaymentMethods } from './infrastructure/offline-payment-methods.js';
import { OrderMailsListener } from './infrastructure/order-mails.listener.js';
import { PostgresCarts } from './infrastructure/postgres-carts.js';
import { PostgresLists } from './infrastructure/postgres-lists.js';
import { PostgresOpenCarts } from './infrastructure/postgres-open-carts.js';
import { PostgresOrders } from './infrastructure/postgres-orders.js';
import { Dashboard } from './infrastructure/reads/dashboard.js';
import { FrozenTraces } from './infrastructure/reads/frozen-traces.js';
import { ListSummaries } from './infrastructure/reads/list-summaries.js';
import { OrderList } from './infrastructure/reads/order-list.js';
import { OrderRows } from './infrastructure/reads/order-rows.js';
import { SqlListBaskets } from './infrastructure/sql-list-baskets.js';
import { SqlOrderBaskets } from './infrastructure/sql-order-baskets.js';
import { CatalogueStock } from './infrastructure/stock.adapter.js';
import { PricingTradeCodes } from './infrastructure/trade-codes.adapter.js';

const useCases = [
  ViewCart,
  AddToCart,
  AddManyToCart,
  ChangeCartLine,
  ClearCart,
  ChangeCartTerms,
  AcceptPrices,
  Reorder,
  PlaceOrder,
  ConfirmOrder,
  EndOrder,
  ShipOrder,
  DeliverOrder,
  RecordPayment,
  ShowOpenCarts,
  MailOrderNews,
  ShowList,
  SaveList,
  RenameList,
  AddToList,
  ChangeListLine,
  RemoveFromList,
  DeleteList,
  AddListToCart,
];

/**
 * Carts, saved lists, checkout and orders. Nobody asks orders, they listen; only `Demand`, `OrderBaskets` and
 * `ListBaskets` of the kernel are answered here.
 */
@Global()
@Module({
  imports: [CatalogModule, PricingModule],
  controllers: [
    CartController,
    ListController,
    ListLineController,
    OrderController,
    BackofficeOrderController,
    DashboardController,
    StaffCartController,
    StaffListController,
  ],
  providers: [
    ...useCases,
    CartEditing,
    ListEditing,
    ListSummaries,
    OrderChanges,
    Turnstile,
    OrderList,
    OrderRows,
    FrozenTraces,
    Dashboard,
    OrderMailsListener,
    { provide: Carts, useClass: PostgresCarts },
    { provide: Lists, useClass: PostgresLists },
    { provide: Orders, useClass: PostgresOrders },
    { provide: Offers, useClass: ContextOffers },
    { provide: Stock, useClass: CatalogueStock },
    { provide: PaymentMethods, useClass: OfflinePaymentMethods },
    { provide: Correspondents, useClass: DirectoryCorrespondents },
    { provide: Demand, useClass: SqlDemand },
    { provide: OpenCarts, useClass: PostgresOpenCarts },
    { provide: OrderBaskets, useClass: SqlOrderBaskets },
    { provide: ListBaskets, useClass: SqlListBaskets },
    { provide: TradeCodes, useClass: PricingTradeCodes },
  ],
  exports: [Demand, OrderBaskets, ListBaskets],
})
export class OrdersModule {}
