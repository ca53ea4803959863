import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Requires } from '../../shared/http/access.js';
import { foundOr404 } from '../../shared/http/failure.js';
import { asPage } from '../../shared/http/page.js';
import { ShowOpenCarts } from '../application/show-open-carts.js';
import {
  StaffCartQuery,
  StaffCartSummaryView,
  StaffCartView,
  toStaffCart,
  toStaffCartSummary,
} from './staff-cart.dto.js';

/** What buyers are about to order, as staff may look at it; nothing here changes a cart. */
@Controller('backoffice/carts')
export class StaffCartController {
  constructor(private readonly openCarts: ShowOpenCarts) {}

  @Get()
  @Requires('order.read')
  async list(@Query() query: StaffCartQuery): Promise<StaffCartSummaryView[]> {
    const { carts, total } = await this.openCarts.page(query.companyId ?? null, query);
    return asPage(carts.map(toStaffCartSummary), { number: query.page, size: query.pageSize, total });
  }

  @Get(':id')
  @Requires('order.read')
  async one(@Param('id', ParseUUIDPipe) id: string): Promise<StaffCartView> {
    return toStaffCart(foundOr404(await this.openCarts.one(id), 'cart'));
  }
}
