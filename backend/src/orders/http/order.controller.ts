import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Buyer } from '../../shared/actor.js';
import { CurrentBuyer, Requires } from '../../shared/http/access.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { asPage } from '../../shared/http/page.js';
import { EndOrder } from '../application/end-order.js';
import { PlaceOrder } from '../application/place-order.js';
import { Reorder } from '../application/reorder.js';
import { OrderList } from '../infrastructure/reads/order-list.js';
import { OrderRows } from '../infrastructure/reads/order-rows.js';
import { FilledCartView, toFilledCartView } from './cart.dto.js';
import { failures } from './failures.js';
import { EndOrderRequest, OrderQuery, PlaceOrderRequest } from './order.dto.js';
import { asOrderRequest, filterOf } from './order-requests.js';
import { OrderSummaryView, OrderView, toOrderSummaryView, toOrderView } from './order-view.dto.js';

/** The orders of the signed-in buyer's company. */
@Controller('orders')
export class OrderController {
  constructor(
    private readonly placeOrder: PlaceOrder,
    private readonly endOrder: EndOrder,
    private readonly reorderOrder: Reorder,
    private readonly orderList: OrderList,
    private readonly orderRows: OrderRows,
  ) {}

  @Post()
  @Requires('order.place')
  async place(
    @CurrentBuyer() buyer: Buyer,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: PlaceOrderRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderView> {
    const request = asOrderRequest(body);
    const placed = await this.placeOrder.execute(buyer, key, request, (id) => this.one(buyer, id));
    const order = valueOrFailure(placed, failures);
    void reply.header('location', `/api/v1/orders/${order.id}`);
    return order;
  }

  @Get()
  @Requires('order.view')
  async list(@CurrentBuyer() { companyId }: Buyer, @Query() query: OrderQuery): Promise<OrderSummaryView[]> {
    const { orders, total } = await this.orderList.page({ ...filterOf(query), companyId }, query.sort, query);
    return asPage(orders.map(toOrderSummaryView), { number: query.page, size: query.pageSize, total });
  }

  @Get(':id')
  @Requires('order.view')
  async one(@CurrentBuyer() { companyId }: Buyer, @Param('id', ParseUUIDPipe) id: string): Promise<OrderView> {
    return toOrderView(foundOr404(await this.orderRows.find(id, companyId), 'order'), 'buyer');
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Requires('order.cancel_own')
  async cancel(
    @CurrentBuyer() buyer: Buyer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, version }: EndOrderRequest,
  ): Promise<OrderView> {
    valueOrFailure(await this.endOrder.execute(buyer, 'cancel', { id, version, note: reason }), failures);
    return this.one(buyer, id);
  }

  @Post(':id/reorder')
  @HttpCode(200)
  @Requires('cart.edit')
  async reorder(@CurrentBuyer() buyer: Buyer, @Param('id', ParseUUIDPipe) id: string): Promise<FilledCartView> {
    return toFilledCartView(valueOrFailure(await this.reorderOrder.execute(buyer, id), failures));
  }
}
