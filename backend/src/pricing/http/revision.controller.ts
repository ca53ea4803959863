import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import { CurrentActor, Requires } from '../../shared/http/access.js';
import { FacetsOf } from '../../shared/http/facets.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { asPage } from '../../shared/http/page.js';
import { BeginRevision } from '../application/begin-revision.js';
import { ChangePrices } from '../application/change-prices.js';
import { MoveRevision, type Step } from '../application/move-revision.js';
import { PublishRevision } from '../application/publish-revision.js';
import { PriceTableList } from '../infrastructure/reads/price-table-list.js';
import { RevisionDiff } from '../infrastructure/reads/revision-diff.js';
import { RevisionList } from '../infrastructure/reads/revision-list.js';
import { editorOf } from './editor.js';
import { failures } from './failures.js';
import {
  ChangedPricesView,
  ChangeKeyQuery,
  ChangesBody,
  DiffFacetsView,
  DiffLineView,
  DiffQuery,
  DroppedChangesView,
  NewRevision,
  PublishBody,
  PublishedView,
  RevisionQuery,
  RevisionView,
  StepBody,
  toDiffFacets,
  toDiffLine,
  toRevision,
} from './revision.dto.js';

/** The changes to a price table, from their draft to the moment they are live. */
@Controller('backoffice/price-tables/:id/revisions')
export class RevisionController {
  constructor(
    private readonly revisions: RevisionList,
    private readonly tables: PriceTableList,
    private readonly diffs: RevisionDiff,
    private readonly beginRevision: BeginRevision,
    private readonly changePrices: ChangePrices,
    private readonly moveRevision: MoveRevision,
    private readonly publishRevision: PublishRevision,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('price.read')
  async list(@Param('id', ParseUUIDPipe) tableId: string, @Query() query: RevisionQuery): Promise<RevisionView[]> {
    const now = this.clock.now();
    foundOr404(await this.tables.one(tableId, now), 'price_table');
    const { rows, total } = await this.revisions.page({ tableId, status: query.status }, now, query);
    return asPage(rows.map(toRevision), { number: query.page, size: query.pageSize, total });
  }

  @Post()
  @Requires('price.edit')
  async begin(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) tableId: string,
    @Body() { name }: NewRevision,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionView> {
    const begun = await this.beginRevision.execute(tableId, name ?? null, editorOf(actor));
    const { id } = valueOrFailure(begun, failures).state;
    void reply.header('location', `/api/v1/backoffice/price-tables/${tableId}/revisions/${id}`);
    return this.view(tableId, id);
  }

  @Get(':revisionId')
  @Requires('price.read')
  one(
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
  ): Promise<RevisionView> {
    return this.view(tableId, revisionId);
  }

  /** Good changes go in, each of the others is answered with what is wrong with it. */
  @Put(':revisionId/changes')
  @Requires('price.edit')
  async change(
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Body() { changes }: ChangesBody,
  ): Promise<ChangedPricesView> {
    const changed = await this.changePrices.execute(tableId, revisionId, changes);
    const { accepted, refused } = valueOrFailure(changed, failures);
    return {
      accepted,
      refused: refused.map(({ index, error: { code, ...details } }) => ({
        index,
        error: { code, message: failures[code].message, ...(Object.keys(details).length > 0 && { details }) },
      })),
      revision: await this.view(tableId, revisionId),
    };
  }

  @Delete(':revisionId/changes')
  @Requires('price.edit')
  async drop(
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Query() key: ChangeKeyQuery,
  ): Promise<DroppedChangesView> {
    const dropped = valueOrFailure(await this.changePrices.drop(tableId, revisionId, key), failures);
    return { dropped, revision: await this.view(tableId, revisionId) };
  }

  @Get(':revisionId/diff')
  @Requires('price.read')
  @FacetsOf(DiffFacetsView)
  async diff(
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Query() { page, pageSize, conflictsOnly = false }: DiffQuery,
  ): Promise<DiffLineView[]> {
    const now = this.clock.now();
    const { status } = await this.view(tableId, revisionId);
    const { currency } = foundOr404(await this.tables.one(tableId, now), 'price_table');
    const published = ['scheduled', 'live', 'superseded'].includes(status);
    const revision = { id: revisionId, tableId, published };
    const { rows, totals, total } = await this.diffs.page(revision, now, { page, pageSize, conflictsOnly });
    return asPage(rows.map(toDiffLine), { number: page, size: pageSize, total }, toDiffFacets(totals, currency));
  }

  @Post(':revisionId/submit')
  @HttpCode(200)
  @Requires('price.edit')
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Body() body: StepBody,
  ): Promise<RevisionView> {
    return this.step('submit', actor, tableId, revisionId, body);
  }

  @Post(':revisionId/approve')
  @HttpCode(200)
  @Requires('price.publish')
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Body() body: StepBody,
  ): Promise<RevisionView> {
    return this.step('approve', actor, tableId, revisionId, body);
  }

  @Post(':revisionId/reject')
  @HttpCode(200)
  @Requires('price.publish')
  reject(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Body() body: StepBody,
  ): Promise<RevisionView> {
    return this.step('reject', actor, tableId, revisionId, body);
  }

  @Post(':revisionId/withdraw')
  @HttpCode(200)
  @Requires('price.edit')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Body() body: StepBody,
  ): Promise<RevisionView> {
    return this.step('withdraw', actor, tableId, revisionId, body);
  }

  /** Live at once, or from `goesLiveAt` on; conflicts refuse it as a whole. */
  @Post(':revisionId/publish')
  @HttpCode(200)
  @Requires('price.publish')
  async publish(
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Body() body: PublishBody,
  ): Promise<PublishedView> {
    const counts = valueOrFailure(await this.publishRevision.execute({ tableId, revisionId, ...body }), failures);
    return { ...counts, revision: await this.view(tableId, revisionId) };
  }

  private async step(
    step: Step,
    actor: Actor,
    tableId: string,
    revisionId: string,
    { version, note }: StepBody,
  ): Promise<RevisionView> {
    const where = { tableId, revisionId, version };
    valueOrFailure(await this.moveRevision.execute(where, step, editorOf(actor), note ?? null), failures);
    return this.view(tableId, revisionId);
  }

  private async view(tableId: string, id: string): Promise<RevisionView> {
    return toRevision(foundOr404(await this.revisions.one(tableId, id, this.clock.now()), 'revision'));
  }
}
