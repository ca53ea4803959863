import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Requires } from '../../shared/http/access.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { asPage } from '../../shared/http/page.js';
import { BuyerTiers, TradeCodes } from '../application/discount-ports.js';
import { KeepDiscounts } from '../application/keep-discounts.js';
import {
  BuyerTierPatch,
  BuyerTierView,
  NewBuyerTier,
  NewTradeCode,
  toCode,
  toTier,
  toUse,
  TradeCodePatch,
  TradeCodeUseQuery,
  TradeCodeUseView,
  TradeCodeView,
} from './discount.dto.js';
import { failures } from './failures.js';

/** Discounts on state and national prices: by a company's standing, and by code. */
@Controller('backoffice')
export class DiscountController {
  constructor(
    private readonly tiers: BuyerTiers,
    private readonly codes: TradeCodes,
    private readonly discounts: KeepDiscounts,
  ) {}

  @Get('buyer-tiers')
  @Requires('price.read')
  async listTiers(): Promise<BuyerTierView[]> {
    return (await this.tiers.list()).map(toTier);
  }

  @Post('buyer-tiers')
  @Requires('price.publish')
  async addTier(
    @Body() { categories = [], ...body }: NewBuyerTier,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BuyerTierView> {
    const tier = valueOrFailure(await this.discounts.addTier({ ...body, categories }), failures);
    void reply.header('location', `/api/v1/backoffice/buyer-tiers/${tier.id}`);
    return toTier(tier);
  }

  @Patch('buyer-tiers/:id')
  @Requires('price.publish')
  async changeTier(@Param('id', ParseUUIDPipe) id: string, @Body() body: BuyerTierPatch): Promise<BuyerTierView> {
    return toTier(valueOrFailure(await this.discounts.changeTier(id, body), failures));
  }

  @Get('trade-codes')
  @Requires('price.read')
  async listCodes(): Promise<TradeCodeView[]> {
    return (await this.codes.list()).map(toCode);
  }

  @Post('trade-codes')
  @Requires('price.publish')
  async addCode(@Body() body: NewTradeCode, @Res({ passthrough: true }) reply: FastifyReply): Promise<TradeCodeView> {
    const { categoryId = null, validFrom = null, validTo = null, active = true, ...named } = body;
    const { maxUses = null, maxUsesPerCompany = null, minimumOrder = null } = named;
    const wanted = { ...named, categoryId, validFrom, validTo, active, maxUses, maxUsesPerCompany, minimumOrder };
    const { id } = valueOrFailure(await this.discounts.addCode(wanted), failures);
    void reply.header('location', `/api/v1/backoffice/trade-codes/${id}`);
    return this.code(id);
  }

  @Patch('trade-codes/:id')
  @Requires('price.publish')
  async changeCode(@Param('id', ParseUUIDPipe) id: string, @Body() body: TradeCodePatch): Promise<TradeCodeView> {
    valueOrFailure(await this.discounts.changeCode(id, body), failures);
    return this.code(id);
  }

  @Get('trade-codes/:id/uses')
  @Requires('price.read')
  async uses(@Param('id', ParseUUIDPipe) id: string, @Query() query: TradeCodeUseQuery): Promise<TradeCodeUseView[]> {
    await this.code(id);
    const { rows, total } = await this.codes.uses(id, query);
    return asPage(rows.map(toUse), { number: query.page, size: query.pageSize, total });
  }

  private async code(id: string): Promise<TradeCodeView> {
    return toCode(foundOr404(await this.codes.find(id), 'trade_code'));
  }
}
