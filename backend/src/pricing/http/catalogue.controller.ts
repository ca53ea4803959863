import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Public } from '../../shared/http/access.js';
import { FacetsOf } from '../../shared/http/facets.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { asPage } from '../../shared/http/page.js';
import { currentContext } from '../../shared/request-context.js';
import { BrowseCatalogue, type Viewer } from '../application/browse-catalogue.js';
import { ApiCatalogueQuery, CatalogueQueryPipe, type CatalogueRequest } from './catalogue-query.js';
import {
  CatalogueDetailView,
  CatalogueFacetsView,
  CatalogueProductView,
  DeliveryQuery,
  PricedLineView,
  PriceLinesBody,
  PriceQuery,
  ProductPriceView,
  toDetail,
  toPricedLine,
  toProduct,
  toProductPrice,
} from './catalogue.dto.js';
import { failures } from './failures.js';

/** The catalogue at the prices of whoever looks. */
@Controller('catalog')
export class CatalogueController {
  constructor(private readonly catalogue: BrowseCatalogue) {}

  @Get('products')
  @Public()
  @ApiCatalogueQuery()
  @FacetsOf(CatalogueFacetsView)
  async list(@Query(CatalogueQueryPipe) { query, stateCode }: CatalogueRequest): Promise<CatalogueProductView[]> {
    const { products, total, facets } = await this.catalogue.page(viewer(stateCode), query);
    return asPage(products.map(toProduct), { number: query.page, size: query.pageSize, total }, facets);
  }

  @Get('products/:id')
  @Public()
  async one(@Param('id') key: string, @Query() { stateCode }: DeliveryQuery): Promise<CatalogueDetailView> {
    return toDetail(foundOr404(await this.catalogue.detail(viewer(stateCode), key), 'product'));
  }

  @Get('products/:id/price')
  @Public()
  async price(@Param('id') key: string, @Query() { stateCode, ...asked }: PriceQuery): Promise<ProductPriceView> {
    return toProductPrice(valueOrFailure(await this.catalogue.offer(viewer(stateCode), key, asked), failures));
  }

  /** Many prices in one call, in the order asked; a line that is wrong says so by itself. */
  @Post('prices')
  @HttpCode(200)
  @Public()
  async prices(@Body() { lines, stateCode }: PriceLinesBody): Promise<PricedLineView[]> {
    const priced = await this.catalogue.offersFor(viewer(stateCode), lines);
    return priced.map((line, index) =>
      toPricedLine(lines[index]?.productId ?? '', line, ({ code }) => failures[code].message),
    );
  }
}

function viewer(stateCode: string | undefined): Viewer {
  const actor = currentContext()?.actor ?? null;
  return {
    companyId: actor?.companyId ?? null,
    isStaff: actor?.permissions.has('price.read') ?? false,
    stateCode,
  };
}
