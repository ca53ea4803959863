import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Buyer } from '../../shared/actor.js';
import { CurrentBuyer, Requires } from '../../shared/http/access.js';
import { valueOrFailure } from '../../shared/http/failure.js';
import { asPage } from '../../shared/http/page.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import { AddListToCart } from '../application/add-list-to-cart.js';
import { DeleteList } from '../application/delete-list.js';
import { RenameList } from '../application/rename-list.js';
import { SaveList } from '../application/save-list.js';
import { ShowList } from '../application/show-list.js';
import { ListSummaries } from '../infrastructure/reads/list-summaries.js';
import { VersionQuery } from './cart.dto.js';
import { failures } from './failures.js';
import {
  CartFilledFromListView,
  ChangeListRequest,
  KeptListView,
  ListDeletedView,
  ListSummaryView,
  ListToCartRequest,
  ListView,
  SaveListRequest,
  toCartFilledFromList,
  toKeptList,
  toListSummary,
  toListView,
} from './list.dto.js';

/** The saved lists of the signed-in buyer's company; all its buyers share them. */
@Controller('lists')
export class ListController {
  constructor(
    private readonly summaries: ListSummaries,
    private readonly saveList: SaveList,
    private readonly showList: ShowList,
    private readonly renameList: RenameList,
    private readonly deleteList: DeleteList,
    private readonly addListToCart: AddListToCart,
  ) {}

  @Get()
  @Requires('cart.edit')
  async page(@CurrentBuyer() { companyId }: Buyer, @Query() query: PageQuery): Promise<ListSummaryView[]> {
    const { lists, total } = await this.summaries.page(companyId, query);
    return asPage(lists.map(toListSummary), { number: query.page, size: query.pageSize, total });
  }

  @Post()
  @Requires('cart.edit')
  async save(
    @CurrentBuyer() buyer: Buyer,
    @Body() { name, from, lines = [] }: SaveListRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<KeptListView> {
    const list = toKeptList(
      valueOrFailure(await this.saveList.execute(buyer, name, from ? { from } : { lines }), failures),
    );
    void reply.header('location', `/api/v1/lists/${list.id}`);
    return list;
  }

  @Get(':id')
  @Requires('cart.edit')
  async one(@CurrentBuyer() buyer: Buyer, @Param('id', ParseUUIDPipe) id: string): Promise<ListView> {
    return toListView(valueOrFailure(await this.showList.execute(buyer, id), failures));
  }

  @Patch(':id')
  @Requires('cart.edit')
  async change(
    @CurrentBuyer() buyer: Buyer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { name, version }: ChangeListRequest,
  ): Promise<ListView> {
    return toListView(valueOrFailure(await this.renameList.execute(buyer, id, name, version), failures));
  }

  @Delete(':id')
  @Requires('cart.edit')
  async remove(
    @CurrentBuyer() buyer: Buyer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { version }: VersionQuery,
  ): Promise<ListDeletedView> {
    valueOrFailure(await this.deleteList.execute(buyer, id, version), failures);
    return { done: true };
  }

  @Post(':id/add-to-cart')
  @HttpCode(200)
  @Requires('cart.edit')
  async addToCart(
    @CurrentBuyer() buyer: Buyer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { lineIds }: ListToCartRequest,
  ): Promise<CartFilledFromListView> {
    return toCartFilledFromList(valueOrFailure(await this.addListToCart.execute(buyer, id, lineIds), failures));
  }
}
