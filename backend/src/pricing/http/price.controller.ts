import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Requires } from '../../shared/http/access.js';
import { FacetsOf } from '../../shared/http/facets.js';
import { valueOrFailure } from '../../shared/http/failure.js';
import { asPage } from '../../shared/http/page.js';
import { ExplainPrices } from '../application/explain-prices.js';
import { Sellers } from '../application/ports.js';
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
  async priceGrid(@Query() { changed = [], ...params }: GridParams): Promise<GridRowView[]> {
    const { columns, rows, total } = await this.grid.execute({ ...params, revisions: changed });
    const { currency } = await this.sellers.current();
    const page = { number: params.page, size: params.pageSize, total };
    return asPage(rows.map(toRow), page, { currency, columns: columns.map(toColumn) } satisfies GridFacetsView);
  }

  @Post('prices/resolve')
  @HttpCode(200)
  @Requires('price.read')
  async resolve(@Body() body: ResolveBody): Promise<ExplanationView> {
    const explanation = valueOrFailure(await this.explainPrices.execute(body), failures);
    return toExplanation(explanation, (code) => failures[code].message);
  }
}
