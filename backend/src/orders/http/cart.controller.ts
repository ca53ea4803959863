import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { CurrentBuyer, Requires } from '../../shared/http/access.js';
import { valueOrFailure } from '../../shared/http/failure.js';
import { AcceptPrices } from '../application/accept-prices.js';
import { AddManyToCart } from '../application/add-many-to-cart.js';
import { AddToCart } from '../application/add-to-cart.js';
import { ChangeCartLine } from '../application/change-cart-line.js';
import { ChangeCartTerms } from '../application/change-cart-terms.js';
import { ClearCart } from '../application/clear-cart.js';
import { ViewCart } from '../application/view-cart.js';
import {
  AcceptPricesRequest,
  AddLine,
  AddLines,
  CartView,
  ChangeCart,
  ChangeLine,
  FilledCartView,
  toCartView,
  toFilledCartView,
  VersionQuery,
} from './cart.dto.js';
import { failures } from './failures.js';

/** The signed-in buyer's cart, always at today's prices. */
@Controller('cart')
export class CartController {
  constructor(
    private readonly viewCart: ViewCart,
    private readonly addToCart: AddToCart,
    private readonly addMany: AddManyToCart,
    private readonly changeCartLine: ChangeCartLine,
    private readonly clearCart: ClearCart,
    private readonly changeTerms: ChangeCartTerms,
    private readonly acceptPrices: AcceptPrices,
  ) {}

  @Get()
  @Requires('cart.edit')
  async view(@CurrentBuyer() buyer: Buyer): Promise<CartView> {
    return toCartView(valueOrFailure(await this.viewCart.execute(buyer), failures));
  }

  @Post('lines')
  @Header('location', '/api/v1/cart')
  @Requires('cart.edit')
  async add(@CurrentBuyer() buyer: Buyer, @Body() { version, ...line }: AddLine): Promise<CartView> {
    return toCartView(valueOrFailure(await this.addToCart.execute(buyer, line, version), failures));
  }

  @Post('lines/batch')
  @Header('location', '/api/v1/cart')
  @Requires('cart.edit')
  async addBatch(@CurrentBuyer() buyer: Buyer, @Body() { lines, version }: AddLines): Promise<FilledCartView> {
    return toFilledCartView(valueOrFailure(await this.addMany.execute(buyer, lines, version), failures));
  }

  @Patch('lines/:id')
  @Requires('cart.edit')
  async changeLine(
    @CurrentBuyer() buyer: Buyer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...change }: ChangeLine,
  ): Promise<CartView> {
    return toCartView(valueOrFailure(await this.changeCartLine.execute(buyer, id, change, version), failures));
  }

  @Delete('lines/:id')
  @Requires('cart.edit')
  async removeLine(
    @CurrentBuyer() buyer: Buyer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { version }: VersionQuery,
  ): Promise<CartView> {
    return toCartView(valueOrFailure(await this.clearCart.execute(buyer, id, version), failures));
  }

  @Delete()
  @Requires('cart.edit')
  async clear(@CurrentBuyer() buyer: Buyer, @Query() { version }: VersionQuery): Promise<CartView> {
    return toCartView(valueOrFailure(await this.clearCart.execute(buyer, null, version), failures));
  }

  @Patch()
  @Requires('cart.edit')
  async change(@CurrentBuyer() buyer: Buyer, @Body() { version, jobSiteId, tradeCode }: ChangeCart): Promise<CartView> {
    const terms = { jobSiteId, tradeCode: tradeCode === '' ? null : tradeCode };
    return toCartView(valueOrFailure(await this.changeTerms.execute(buyer, terms, version), failures));
  }

  @Post('accept-prices')
  @HttpCode(200)
  @Requires('cart.edit')
  async accept(@CurrentBuyer() buyer: Buyer, @Body() { version }: AcceptPricesRequest): Promise<CartView> {
    return toCartView(valueOrFailure(await this.acceptPrices.execute(buyer, version), failures));
  }
}
