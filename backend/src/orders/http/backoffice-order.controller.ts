import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../shared/actor.js';
import { CurrentActor, Requires } from '../../shared/http/access.js';
import { FacetsOf } from '../../shared/http/facets.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { asPage } from '../../shared/http/page.js';
import { ConfirmOrder } from '../application/confirm-order.js';
import { DeliverOrder } from '../application/deliver-order.js';
import { EndOrder } from '../application/end-order.js';
import { RecordPayment } from '../application/record-payment.js';
import { ShipOrder } from '../application/ship-order.js';
import { FrozenTraces } from '../infrastructure/reads/frozen-traces.js';
import { OrderList } from '../infrastructure/reads/order-list.js';
import { OrderRows } from '../infrastructure/reads/order-rows.js';
import { failures } from './failures.js';
import {
  BackofficeOrderQuery,
  ConfirmOrderRequest,
  DeliverOrderRequest,
  EndOrderRequest,
  PaymentBody,
  ShipOrderRequest,
} from './order.dto.js';
import { filterOf } from './order-requests.js';
import {
  FrozenTraceView,
  OrderFacetsView,
  OrderSummaryView,
  OrderView,
  toOrderSummaryView,
  toOrderView,
} from './order-view.dto.js';

/** All orders of the tenant, worked by its staff; every transition answers the order as it then is. */
@Controller('backoffice/orders')
export class BackofficeOrderController {
  constructor(
    private readonly orderList: OrderList,
    private readonly orderRows: OrderRows,
    private readonly traces: FrozenTraces,
    private readonly confirmOrder: ConfirmOrder,
    private readonly endOrder: EndOrder,
    private readonly shipOrder: ShipOrder,
    private readonly deliverOrder: DeliverOrder,
    private readonly recordPayment: RecordPayment,
  ) {}

  @Get()
  @Requires('order.read')
  @FacetsOf(OrderFacetsView)
  async list(@Query() query: BackofficeOrderQuery): Promise<OrderSummaryView[]> {
    const { company: companyId, rep: salesRepId, payment: payments, fulfilment: fulfilments } = query;
    const filter = { ...filterOf(query), companyId, salesRepId, payments, fulfilments };
    const [{ orders, total }, status] = await Promise.all([
      this.orderList.page(filter, query.sort, query),
      this.orderList.countsByStatus(filter),
    ]);
    return asPage(orders.map(toOrderSummaryView), { number: query.page, size: query.pageSize, total }, { status });
  }

  @Get(':id')
  @Requires('order.read')
  async one(@Param('id', ParseUUIDPipe) id: string): Promise<OrderView> {
    return toOrderView(foundOr404(await this.orderRows.find(id, null), 'order'), 'staff');
  }

  @Get(':id/lines/:lineNo/trace')
  @Requires('order.read')
  async trace(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('lineNo', ParseIntPipe) lineNo: number,
  ): Promise<FrozenTraceView> {
    return foundOr404(await this.traces.of(id, lineNo), 'order_line');
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Requires('order.confirm')
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body?: ConfirmOrderRequest,
  ): Promise<OrderView> {
    valueOrFailure(await this.confirmOrder.execute(actor, { ...body, id }), failures);
    return this.one(id);
  }

  @Post(':id/reject')
  @HttpCode(200)
  @Requires('order.reject')
  async reject(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body?: EndOrderRequest,
  ): Promise<OrderView> {
    const target = { id, version: body?.version, note: body?.reason };
    valueOrFailure(await this.endOrder.execute(actor, 'reject', target), failures);
    return this.one(id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Requires('order.cancel')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body?: EndOrderRequest,
  ): Promise<OrderView> {
    const target = { id, version: body?.version, note: body?.reason };
    valueOrFailure(await this.endOrder.execute(actor, 'cancel', target), failures);
    return this.one(id);
  }

  @Post(':id/ship')
  @HttpCode(200)
  @Requires('order.ship')
  async ship(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body?: ShipOrderRequest,
  ): Promise<OrderView> {
    valueOrFailure(await this.shipOrder.execute(actor, { ...body, id }), failures);
    return this.one(id);
  }

  @Post(':id/deliver')
  @HttpCode(200)
  @Requires('order.deliver')
  async deliver(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body?: DeliverOrderRequest,
  ): Promise<OrderView> {
    valueOrFailure(await this.deliverOrder.execute(actor, { ...body, id }), failures);
    return this.one(id);
  }

  @Post(':id/payments')
  @Requires('payment.record')
  async pay(
    @CurrentActor() actor: Actor,
    @Headers('idempotency-key') key: string | undefined,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PaymentBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderView> {
    const recorded = await this.recordPayment.execute(actor, key, { ...body, id }, () => this.one(id));
    const order = valueOrFailure(recorded, failures);
    void reply.header('location', `/api/v1/backoffice/orders/${id}`);
    return order;
  }
}
