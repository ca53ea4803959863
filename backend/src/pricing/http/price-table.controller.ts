import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import { CurrentActor, Requires } from '../../shared/http/access.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { asPage } from '../../shared/http/page.js';
import { ChangePriceTable } from '../application/change-price-table.js';
import { CopyPriceTable } from '../application/copy-price-table.js';
import { CreatePriceTable } from '../application/create-price-table.js';
import { RollBack } from '../application/roll-back.js';
import { PriceTableList } from '../infrastructure/reads/price-table-list.js';
import { RevisionList } from '../infrastructure/reads/revision-list.js';
import { editorOf } from './editor.js';
import { failures } from './failures.js';
import {
  CopyTableBody,
  EntryQuery,
  EntryView,
  NewPriceTable,
  PriceTablePatch,
  PriceTableQuery,
  PriceTableView,
  toEntry,
  toTable,
} from './price-table.dto.js';
import { RollbackBody, toLineKey } from './revision-changes.dto.js';
import { RevisionView, toRevision } from './revision.dto.js';

/** The owners of prices and what they say. */
@Controller('backoffice/price-tables')
export class PriceTableController {
  constructor(
    private readonly tables: PriceTableList,
    private readonly revisions: RevisionList,
    private readonly createTable: CreatePriceTable,
    private readonly changeTable: ChangePriceTable,
    private readonly copyTable: CopyPriceTable,
    private readonly rollBack: RollBack,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('price.read')
  async list(@Query() query: PriceTableQuery): Promise<PriceTableView[]> {
    const now = this.clock.now();
    const { rows, total } = await this.tables.tables(query, now, query);
    return asPage(
      rows.map((row) => toTable(row, now)),
      { number: query.page, size: query.pageSize, total },
    );
  }

  @Get(':id')
  @Requires('price.read')
  one(@Param('id', ParseUUIDPipe) id: string): Promise<PriceTableView> {
    return this.view(id);
  }

  @Post()
  @Requires('price.edit')
  async create(@Body() body: NewPriceTable, @Res({ passthrough: true }) reply: FastifyReply): Promise<PriceTableView> {
    const { id } = valueOrFailure(await this.createTable.execute(body), failures);
    void reply.header('location', `/api/v1/backoffice/price-tables/${id}`);
    return this.view(id);
  }

  /** A priority or a period changes prices at once, so this takes the right to publish. */
  @Patch(':id')
  @Requires('price.publish')
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...change }: PriceTablePatch,
  ): Promise<PriceTableView> {
    valueOrFailure(await this.changeTable.execute(id, change, version), failures);
    return this.view(id);
  }

  @Get(':id/entries')
  @Requires('price.read')
  async entries(@Param('id', ParseUUIDPipe) id: string, @Query() query: EntryQuery): Promise<EntryView[]> {
    const { currency } = await this.view(id);
    const { rows, total } = await this.tables.entries(id, query.search, query.at ?? this.clock.now(), query);
    return asPage(
      rows.map((row) => toEntry(row, currency)),
      { number: query.page, size: query.pageSize, total },
    );
  }

  /** Answers the draft of the new table; nobody pays by it before it is published. */
  @Post(':id/copy')
  @Requires('price.edit')
  async copy(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CopyTableBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionView> {
    const { tableId, revisionId } = valueOrFailure(await this.copyTable.execute(id, body, editorOf(actor)), failures);
    void reply.header('location', `/api/v1/backoffice/price-tables/${tableId}/revisions/${revisionId}`);
    return toRevision(foundOr404(await this.revisions.one(tableId, revisionId, this.clock.now()), 'revision'));
  }

  /** Answers the revision that restores: a draft if wanted; where two persons must agree it waits for its approval. */
  @Post(':id/rollback')
  @Requires('price.publish')
  async rollback(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { revisionId, lines, draft }: RollbackBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionView> {
    const wish = { lines: lines?.map(toLineKey), draft };
    const restoring = valueOrFailure(await this.rollBack.execute(id, revisionId, editorOf(actor), wish), failures);
    void reply.header('location', `/api/v1/backoffice/price-tables/${id}/revisions/${restoring}`);
    return toRevision(foundOr404(await this.revisions.one(id, restoring, this.clock.now()), 'revision'));
  }

  private async view(id: string): Promise<PriceTableView> {
    const now = this.clock.now();
    return toTable(foundOr404(await this.tables.one(id, now), 'price_table'), now);
  }
}
