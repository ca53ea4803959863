import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Requires } from '../../shared/http/access.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { given } from '../../shared/http/fields.js';
import { asPage } from '../../shared/http/page.js';
import { ArchiveProduct } from '../application/archive-product.js';
import { ChangeProduct } from '../application/change-product.js';
import { CreateProduct } from '../application/create-product.js';
import { productStatuses } from '../domain/product-status.js';
import { ProductBackList } from '../infrastructure/reads/product-back-list.js';
import { failures } from './failures.js';
import { BackProductView, NewProduct, ProductListQuery, ProductPatch, toBackProductView } from './product.dto.js';

/** The tenant's products, of any status. */
@Controller('backoffice/products')
export class ProductController {
  constructor(
    private readonly products: ProductBackList,
    private readonly createProduct: CreateProduct,
    private readonly changeProduct: ChangeProduct,
    private readonly archiveProduct: ArchiveProduct,
  ) {}

  @Get()
  @Requires('product.read')
  async list(@Query() { status, ...query }: ProductListQuery): Promise<BackProductView[]> {
    const { products, total } = await this.products.page({ ...query, statuses: statusesOf(status) });
    return asPage(products.map(toBackProductView), { number: query.page, size: query.pageSize, total });
  }

  @Get(':id')
  @Requires('product.read')
  one(@Param('id', ParseUUIDPipe) id: string): Promise<BackProductView> {
    return this.view(id);
  }

  @Post()
  @Requires('product.edit')
  async create(@Body() body: NewProduct, @Res({ passthrough: true }) reply: FastifyReply): Promise<BackProductView> {
    const facts = { ...unsaid, ...(given(body) as NewProduct) };
    const id = valueOrFailure(await this.createProduct.execute(facts), failures);
    void reply.header('location', `/api/v1/backoffice/products/${id}`);
    return this.view(id);
  }

  @Patch(':id')
  @Requires('product.edit')
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...change }: ProductPatch,
  ): Promise<BackProductView> {
    valueOrFailure(await this.changeProduct.execute(id, given(change), version), failures);
    return this.view(id);
  }

  @Delete(':id')
  @Requires('product.edit')
  async archive(@Param('id', ParseUUIDPipe) id: string): Promise<BackProductView> {
    valueOrFailure(await this.archiveProduct.execute(id), failures);
    return this.view(id);
  }

  private async view(id: string): Promise<BackProductView> {
    return toBackProductView(foundOr404(await this.products.one(id), 'product'));
  }
}

/** What a new product is where nobody said. */
const unsaid = {
  description: '',
  brand: null,
  status: 'active',
  gtin: null,
  attributes: {},
  drawing: null,
  backorder: false,
  restockDate: null,
} as const;

const statusesOf = (status: ProductListQuery['status']) => {
  if (status === 'all') return productStatuses;
  return status ? [status] : productStatuses.filter((known) => known !== 'archived');
};
