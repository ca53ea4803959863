import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import { CurrentActor, Requires } from '../../shared/http/access.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { ChangePrices } from '../application/change-prices.js';
import { ResolveConflicts } from '../application/resolve-conflicts.js';
import { RevisionList } from '../infrastructure/reads/revision-list.js';
import { editorOf } from './editor.js';
import { failures } from './failures.js';
import {
  ChangedPricesView,
  ChangeKeyQuery,
  ChangesBody,
  DroppedChangesView,
  ResolveConflictsBody,
  ResolvedConflictsView,
  toLineKey,
} from './revision-changes.dto.js';
import { type RevisionView, toRevision } from './revision.dto.js';

/** What a revision is made of. */
@Controller('backoffice/price-tables/:id/revisions/:revisionId')
export class RevisionChangesController {
  constructor(
    private readonly revisions: RevisionList,
    private readonly changePrices: ChangePrices,
    private readonly resolveConflicts: ResolveConflicts,
    private readonly clock: Clock,
  ) {}

  /** Good changes go in, each of the others is answered with what is wrong with it. */
  @Put('changes')
  @Requires('price.edit')
  async change(
    @CurrentActor() { id: actorId, name }: Actor,
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Body() { changes, locale }: ChangesBody,
  ): Promise<ChangedPricesView> {
    const by = { id: actorId, name };
    const changed = await this.changePrices.execute(tableId, revisionId, changes, by, locale);
    const { accepted, refused, read } = valueOrFailure(changed, failures);
    return {
      accepted,
      refused: refused.map(({ index, error: { code, ...details } }) => ({
        index,
        error: { code, message: failures[code].message, ...(Object.keys(details).length > 0 && { details }) },
      })),
      read: [...read],
      revision: await this.view(tableId, revisionId),
    };
  }

  @Delete('changes')
  @Requires('price.edit')
  async drop(
    @CurrentActor() { id: actorId, name }: Actor,
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Query() key: ChangeKeyQuery,
  ): Promise<DroppedChangesView> {
    const by = { id: actorId, name };
    const dropped = valueOrFailure(await this.changePrices.drop(tableId, revisionId, key, by), failures);
    return { dropped, revision: await this.view(tableId, revisionId) };
  }

  /** Conflicts end with the revision's price or with the live one; an approval is taken back. */
  @Post('conflicts/resolve')
  @HttpCode(200)
  @Requires('price.edit')
  async resolve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Body() { take, lines }: ResolveConflictsBody,
  ): Promise<ResolvedConflictsView> {
    const keys = lines?.map(toLineKey) ?? null;
    const done = await this.resolveConflicts.execute(tableId, revisionId, take, keys, editorOf(actor));
    return { resolved: valueOrFailure(done, failures), revision: await this.view(tableId, revisionId) };
  }

  private async view(tableId: string, id: string): Promise<RevisionView> {
    return toRevision(foundOr404(await this.revisions.one(tableId, id, this.clock.now()), 'revision'));
  }
}
