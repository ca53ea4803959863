import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../shared/clock.js';
import { Requires } from '../../shared/http/access.js';
import type { PlainAnswer } from '../../shared/http/envelope.js';
import { foundOr404 } from '../../shared/http/failure.js';
import { fileAnswer } from '../../shared/http/file-answer.js';
import { ShowPriceGrid } from '../application/show-price-grid.js';
import { DiffExport } from '../infrastructure/reads/diff-export.js';
import {
  costColumns,
  pendingColumns,
  priceColumns,
  PriceExports,
} from '../infrastructure/reads/price-exports.adapter.js';
import { PriceTableList } from '../infrastructure/reads/price-table-list.js';
import { compared } from '../infrastructure/reads/revision-diff.js';
import { RevisionList } from '../infrastructure/reads/revision-list.js';
import { DiffExportQuery, ExportQuery, GridExportQuery } from './export.dto.js';

/** Prices and costs as files that the imports take back unchanged. */
@Controller('backoffice')
export class ExportController {
  constructor(
    private readonly exports: PriceExports,
    private readonly diffExport: DiffExport,
    private readonly tables: PriceTableList,
    private readonly revisions: RevisionList,
    private readonly grid: ShowPriceGrid,
    private readonly clock: Clock,
  ) {}

  /** What a table says at an instant, as CSV or XLSX. */
  @Get('price-tables/:id/export')
  @Requires('price.read')
  async table(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format, at }: ExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlainAnswer> {
    const now = this.clock.now();
    const table = foundOr404(await this.tables.one(id, now), 'price_table');
    const then = at ?? now;
    return fileAnswer(reply, format, {
      name: `prices ${table.name} ${await this.exports.dayOf(then)}`,
      columns: priceColumns,
      rows: this.exports.table(table, then),
      count: () => this.exports.count([id], null, then),
    });
  }

  /**
   * The prices behind the grid as it is filtered: a line for each price a shown table has of a shown product. With
   * `pending` the drafts' changes stand in place of what they change, so that taking the file in makes the same drafts.
   */
  @Get('price-grid/export')
  @Requires('price.read')
  async view(
    @Query() { format, changed = [], pending = false, ...params }: GridExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlainAnswer> {
    const at = params.at ?? this.clock.now();
    const { columns, productIds } = await this.grid.view({ ...params, revisions: changed, at });
    const tableIds = columns.map(({ id }) => id);
    if (pending)
      return fileAnswer(reply, format, {
        name: `price grid with changes ${await this.exports.dayOf(at)}`,
        columns: pendingColumns,
        rows: this.exports.gridWith(changed, columns, productIds, at),
        count: () => this.exports.countWith(changed, tableIds, productIds, at),
      });
    return fileAnswer(reply, format, {
      name: `price grid ${await this.exports.dayOf(at)}`,
      columns: priceColumns,
      rows: this.exports.grid(columns, productIds, at),
      count: () => this.exports.count(tableIds, productIds, at),
    });
  }

  /** A revision's changes and what they replace; taken into another draft they are the same changes there. */
  @Get('price-tables/:id/revisions/:revisionId/diff/export')
  @Requires('price.read')
  async diff(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Query() { format, only, conflictsOnly, search, sort = 'sku' }: DiffExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlainAnswer> {
    const now = this.clock.now();
    const table = foundOr404(await this.tables.one(id, now), 'price_table');
    const revision = foundOr404(await this.revisions.one(id, revisionId, now), 'revision');
    const filter = { only: only ?? (conflictsOnly ? ('conflicts' as const) : undefined), search, sort };
    const file = await this.diffExport.of(table, compared(revision), filter, now);
    return fileAnswer(reply, format, { name: `changes ${table.name} ${revision.number}`, ...file });
  }

  /** Every cost that is kept, or those that hold at an instant. */
  @Get('costs/export')
  @Requires('cost.read')
  async costs(
    @Query() { format, at }: ExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlainAnswer> {
    return fileAnswer(reply, format, {
      name: `costs ${await this.exports.dayOf(at ?? this.clock.now())}`,
      columns: costColumns,
      rows: this.exports.costs(at ?? null),
      count: () => this.exports.countCosts(),
    });
  }
}
