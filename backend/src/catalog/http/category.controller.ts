import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Patch, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public, Requires } from '../../shared/http/access.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { given } from '../../shared/http/fields.js';
import { ChangeCategory } from '../application/change-category.js';
import { CreateCategory } from '../application/create-category.js';
import { DeleteCategory } from '../application/delete-category.js';
import { CategoryTree } from '../application/ports.js';
import { PlaceLists } from '../infrastructure/reads/place-lists.js';
import { CategoryPatch, CategoryTreeView, CategoryView, NewCategory, toCategoryTreeView } from './category.dto.js';
import { failures } from './failures.js';

/** The category tree, for everybody to look at and for staff to change. */
@Controller()
export class CategoryController {
  constructor(
    private readonly tree: CategoryTree,
    private readonly lists: PlaceLists,
    private readonly createCategory: CreateCategory,
    private readonly changeCategory: ChangeCategory,
    private readonly deleteCategory: DeleteCategory,
  ) {}

  @Get('catalog/categories')
  @Public()
  async counted(): Promise<CategoryTreeView[]> {
    return (await this.tree.counted()).map(toCategoryTreeView);
  }

  @Get('backoffice/categories')
  @Requires('product.read')
  async list(): Promise<CategoryView[]> {
    return this.lists.categories();
  }

  @Get('backoffice/categories/:id')
  @Requires('product.read')
  one(@Param('id', ParseUUIDPipe) id: string): Promise<CategoryView> {
    return this.view(id);
  }

  @Post('backoffice/categories')
  @Requires('product.edit')
  async create(@Body() body: NewCategory, @Res({ passthrough: true }) reply: FastifyReply): Promise<CategoryView> {
    const { id } = valueOrFailure(await this.createCategory.execute(given(body) as NewCategory), failures);
    void reply.header('location', `/api/v1/backoffice/categories/${id}`);
    return this.view(id);
  }

  @Patch('backoffice/categories/:id')
  @Requires('product.edit')
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...change }: CategoryPatch,
  ): Promise<CategoryView> {
    valueOrFailure(await this.changeCategory.execute(id, given(change), version), failures);
    return this.view(id);
  }

  @Delete('backoffice/categories/:id')
  @Requires('product.edit')
  async remove(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    valueOrFailure(await this.deleteCategory.execute(id), failures);
  }

  private async view(id: string): Promise<CategoryView> {
    return foundOr404(
      (await this.lists.categories()).find((category) => category.id === id),
      'category',
    );
  }
}
