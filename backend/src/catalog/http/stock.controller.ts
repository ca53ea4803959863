import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { Requires } from '../../shared/http/access.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import { asPage } from '../../shared/http/page.js';
import { CountStock } from '../application/count-stock.js';
import { StockList } from '../infrastructure/reads/stock-list.js';
import { failures } from './failures.js';
import { CountRequest, MovementView, StockListQuery, StockView, toMovementView, toStockView } from './stock.dto.js';

/** What lies where, and how it came to. */
@Controller('backoffice/stock')
export class StockController {
  constructor(
    private readonly stockList: StockList,
    private readonly countStock: CountStock,
  ) {}

  @Get()
  @Requires('stock.read')
  async list(@Query() query: StockListQuery): Promise<StockView[]> {
    const { items, total } = await this.stockList.page(query);
    return asPage(items.map(toStockView), { number: query.page, size: query.pageSize, total });
  }

  @Put()
  @Requires('stock.edit')
  async count(@Body() { lines }: CountRequest): Promise<StockView[]> {
    const productIds = valueOrFailure(await this.countStock.execute(lines), failures);
    return (await this.stockList.items(productIds)).map(toStockView);
  }

  @Get(':productId/movements')
  @Requires('stock.read')
  async movements(
    @Param('productId', ParseUUIDPipe) productId: string,
    @Query() query: PageQuery,
  ): Promise<MovementView[]> {
    const { movements, total } = foundOr404(await this.stockList.movements(productId, query), 'product');
    return asPage(movements.map(toMovementView), { number: query.page, size: query.pageSize, total });
  }
}
