import { Global, Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { PricingModule } from '../pricing/index.js';
import { Demand } from '../shared/demand.js';
import { OrderBaskets } from '../shared/order-baskets.js';
import { AcceptPrices } from './application/accept-prices.js';
import { AddManyToCart } from './application/add-many-to-cart.js';
import { AddToCart } from './application/add-to-cart.js';
import { CartEditing } from './application/cart-editing.js';
import { ChangeCartLine } from './application/change-cart-line.js';
import { ChangeCartTerms } from './application/change-cart-terms.js';
import { ClearCart } from './application/clear-cart.js';
import { ConfirmOrder } from './application/confirm-order.js';
import { DeliverOrder } from './application/deliver-order.js';
import { EndOrder } from './application/end-order.js';
import { MailOrderNews } from './application/mail-order-news.js';
import { OrderChanges } from './application/order-changes.js';
import { PlaceOrder } from './application/place-order.js';
import {
  Carts,
  Correspondents,
  Offers,
  OpenCarts,
  Orders,
  PaymentMethods,
  Stock,
  TradeCodes,
} from './application/ports.js';
import { RecordPayment } from './application/record-payment.js';
import { Reorder } from './application/reorder.js';
import { ShowOpenCarts } from './application/show-open-carts.js';
import { ShipOrder } from './application/ship-order.js';
import { Turnstile } from './application/turnstile.js';
import { ViewCart } from './application/view-cart.js';
import { BackofficeOrderController } from './http/backoffice-order.controller.js';
import { CartController } from './http/cart.controller.js';
import { DashboardController } from './http/dashboard.controller.js';
import { OrderController } from './http/order.controller.js';
import { StaffCartController } from './http/staff-cart.controller.js';
import { DirectoryCorrespondents } from './infrastructure/correspondents.adapter.js';
import { SqlDemand } from './infrastructure/demand.adapter.js';
import { ContextOffers } from './infrastructure/offers.adapter.js';
import { OfflinePaymentMethods } from './infrastructure/offline-payment-methods.js';
import { OrderMailsListener } from './infrastructure/order-mails.listener.js';
import { PostgresCarts } from './infrastructure/postgres-carts.js';
import { PostgresOpenCarts } from './infrastructure/postgres-open-carts.js';
import { PostgresOrders } from './infrastructure/postgres-orders.js';
import { Dashboard } from './infrastructure/reads/dashboard.js';
import { FrozenTraces } from './infrastructure/reads/frozen-traces.js';
import { OrderList } from './infrastructure/reads/order-list.js';
import { OrderRows } from './infrastructure/reads/order-rows.js';
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
];

/** Carts, checkout and orders. Nobody asks orders, they listen; only `Demand` and `OrderBaskets` of the kernel are answered here. */
@Global()
@Module({
  imports: [CatalogModule, PricingModule],
  controllers: [CartController, OrderController, BackofficeOrderController, DashboardController, StaffCartController],
  providers: [
    ...useCases,
    CartEditing,
    OrderChanges,
    Turnstile,
    OrderList,
    OrderRows,
    FrozenTraces,
    Dashboard,
    OrderMailsListener,
    { provide: Carts, useClass: PostgresCarts },
    { provide: Orders, useClass: PostgresOrders },
    { provide: Offers, useClass: ContextOffers },
    { provide: Stock, useClass: CatalogueStock },
    { provide: PaymentMethods, useClass: OfflinePaymentMethods },
    { provide: Correspondents, useClass: DirectoryCorrespondents },
    { provide: Demand, useClass: SqlDemand },
    { provide: OpenCarts, useClass: PostgresOpenCarts },
    { provide: OrderBaskets, useClass: SqlOrderBaskets },
    { provide: TradeCodes, useClass: PricingTradeCodes },
  ],
  exports: [Demand, OrderBaskets],
})
export class OrdersModule {}
