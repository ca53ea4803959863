import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import { CurrentActor, Requires } from '../../shared/http/access.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { asPage } from '../../shared/http/page.js';
import { BeginRevision } from '../application/begin-revision.js';
import { DiscussRevision } from '../application/discuss-revision.js';
import { MoveRevision, type Step } from '../application/move-revision.js';
import { PublishRevision } from '../application/publish-revision.js';
import { PriceTableList } from '../infrastructure/reads/price-table-list.js';
import { RevisionList } from '../infrastructure/reads/revision-list.js';
import { RevisionStory } from '../infrastructure/reads/revision-story.js';
import { editorOf } from './editor.js';
import { failures } from './failures.js';
import {
  NewRevision,
  PublishBody,
  PublishedView,
  RevisionPatch,
  RevisionQuery,
  RevisionView,
  StepBody,
  SubmitBody,
  toRevision,
} from './revision.dto.js';
import { CommentBody, RevisionEventView, toRevisionEvent } from './revision-story.dto.js';

/** Revisions of a price table, from their draft to the moment they are live. */
@Controller('backoffice/price-tables/:id/revisions')
export class RevisionController {
  constructor(
    private readonly revisions: RevisionList,
    private readonly tables: PriceTableList,
    private readonly beginRevision: BeginRevision,
    private readonly story: RevisionStory,
    private readonly discussRevision: DiscussRevision,
    private readonly moveRevision: MoveRevision,
    private readonly publishRevision: PublishRevision,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('price.read')
  async list(@Param('id', ParseUUIDPipe) tableId: string, @Query() query: RevisionQuery): Promise<RevisionView[]> {
    const now = this.clock.now();
    foundOr404(await this.tables.one(tableId, now), 'price_table');
    const { rows, total } = await this.revisions.page({ tableId, status: query.status && [query.status] }, now, query);
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

  /** Giving a name takes no approval back. */
  @Patch(':revisionId')
  @Requires('price.edit')
  async rename(
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Body() { name, version }: RevisionPatch,
  ): Promise<RevisionView> {
    if (name !== undefined) {
      valueOrFailure(await this.discussRevision.rename(tableId, revisionId, name, version), failures);
    }
    return this.view(tableId, revisionId);
  }

  /** What became of it and what was said about it, oldest first. */
  @Get(':revisionId/events')
  @Requires('price.read')
  async events(
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
  ): Promise<RevisionEventView[]> {
    const { id } = await this.view(tableId, revisionId);
    return (await this.story.of(id)).map(toRevisionEvent);
  }

  @Post(':revisionId/comments')
  @Requires('price.read')
  async comment(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Body() { text }: CommentBody,
  ): Promise<RevisionEventView> {
    const said = await this.discussRevision.comment(tableId, revisionId, text, editorOf(actor));
    valueOrFailure(said, failures);
    const last = (await this.story.of(revisionId)).filter(
      ({ kind, by }) => kind === 'commented' && by?.id === actor.id,
    );
    return toRevisionEvent(foundOr404(last.at(-1), 'revision_event'));
  }

  @Post(':revisionId/submit')
  @HttpCode(200)
  @Requires('price.edit')
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Body() body: SubmitBody,
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
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Body() body: PublishBody,
  ): Promise<PublishedView> {
    const wanted = { tableId, revisionId, ...body };
    const counts = valueOrFailure(await this.publishRevision.execute(wanted, editorOf(actor)), failures);
    return { ...counts, revision: await this.view(tableId, revisionId) };
  }

  private async step(
    step: Step,
    actor: Actor,
    tableId: string,
    revisionId: string,
    { version, note, overrideReason }: SubmitBody,
  ): Promise<RevisionView> {
    const where = { tableId, revisionId, version };
    const along = { note: note ?? null, overrideReason };
    valueOrFailure(await this.moveRevision.execute(where, step, editorOf(actor), along), failures);
    return this.view(tableId, revisionId);
  }

  private async view(tableId: string, id: string): Promise<RevisionView> {
    return toRevision(foundOr404(await this.revisions.one(tableId, id, this.clock.now()), 'revision'));
  }
}
