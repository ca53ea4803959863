import { Body, Controller, Delete, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Buyer } from '../../shared/actor.js';
import { CurrentBuyer, Requires } from '../../shared/http/access.js';
import { valueOrFailure } from '../../shared/http/failure.js';
import { AddToList } from '../application/add-to-list.js';
import { ChangeListLine } from '../application/change-list-line.js';
import { RemoveFromList } from '../application/remove-from-list.js';
import { AddLine, ChangeLine, VersionQuery } from './cart.dto.js';
import { failures } from './failures.js';
import { ListView, toListView } from './list.dto.js';

/** The lines of a saved list; each change answers the list as it is then. */
@Controller('lists/:id/lines')
export class ListLineController {
  constructor(
    private readonly addToList: AddToList,
    private readonly changeListLine: ChangeListLine,
    private readonly removeFromList: RemoveFromList,
  ) {}

  @Post()
  @Requires('cart.edit')
  async add(
    @CurrentBuyer() buyer: Buyer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...line }: AddLine,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ListView> {
    const list = toListView(valueOrFailure(await this.addToList.execute(buyer, id, line, version), failures));
    void reply.header('location', `/api/v1/lists/${id}`);
    return list;
  }

  @Patch(':lineId')
  @Requires('cart.edit')
  async change(
    @CurrentBuyer() buyer: Buyer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('lineId', ParseUUIDPipe) lineId: string,
    @Body() { version, ...change }: ChangeLine,
  ): Promise<ListView> {
    const changed = await this.changeListLine.execute(buyer, id, lineId, change, version);
    return toListView(valueOrFailure(changed, failures));
  }

  @Delete(':lineId')
  @Requires('cart.edit')
  async remove(
    @CurrentBuyer() buyer: Buyer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('lineId', ParseUUIDPipe) lineId: string,
    @Query() { version }: VersionQuery,
  ): Promise<ListView> {
    return toListView(valueOrFailure(await this.removeFromList.execute(buyer, id, lineId, version), failures));
  }
}
