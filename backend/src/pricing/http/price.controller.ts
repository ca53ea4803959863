import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { CurrentActor, Requires } from '../../shared/http/access.js';
import { FacetsOf } from '../../shared/http/facets.js';
import { valueOrFailure } from '../../shared/http/failure.js';
import { asPage } from '../../shared/http/page.js';
import { Sellers } from '../application/catalogue-ports.js';
import { maySeeCosts } from '../application/cost-ports.js';
import { ExplainPrices } from '../application/explain-prices.js';
import { ShowPriceGrid } from '../application/show-price-grid.js';
import { ExplanationView, ResolveBody, toExplanation } from './explanation.dto.js';
import { failures } from './failures.js';
import { GridFacetsView, GridParams, GridRowView, toColumn, toRow } from './price-grid.dto.js';

/** Prices across tables: side by side, and explained. */
@Controller('backoffice')
export class PriceController {
  constructor(
    private readonly grid: ShowPriceGrid,
    private readonly explainPrices: ExplainPrices,
    private readonly sellers: Sellers,
  ) {}

  @Get('price-grid')
  @Requires('price.read')
  @FacetsOf(GridFacetsView)
  async priceGrid(
    @CurrentActor() { permissions }: Actor,
    @Query() { changed = [], ...params }: GridParams,
  ): Promise<GridRowView[]> {
    const { columns, rows, total, groups } = await this.grid.execute({ ...params, revisions: changed });
    const { currency } = await this.sellers.current();
    const page = { number: params.page, size: params.pageSize, total };
    const seesCosts = maySeeCosts(permissions);
    const views = rows.map((row) => toRow(row, seesCosts));
    return asPage(views, page, {
      currency,
      columns: columns.map(toColumn),
      groups: groups.map((group) => ({ ...group })),
    } satisfies GridFacetsView);
  }

  @Post('prices/resolve')
  @HttpCode(200)
  @Requires('price.read')
  async resolve(@CurrentActor() { permissions }: Actor, @Body() body: ResolveBody): Promise<ExplanationView> {
    const explanation = valueOrFailure(await this.explainPrices.execute(body), failures);
    return toExplanation(explanation, maySeeCosts(permissions), (code) => failures[code].message);
  }
}
