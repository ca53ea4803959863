import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import { CurrentActor, Requires } from '../../shared/http/access.js';
import { FacetsOf } from '../../shared/http/facets.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { asPage } from '../../shared/http/page.js';
import { ApplyFormula } from '../application/apply-formula.js';
import { maySeeCosts } from '../application/cost-ports.js';
import { compared, RevisionDiff } from '../infrastructure/reads/revision-diff.js';
import { RevisionList, type RevisionRow } from '../infrastructure/reads/revision-list.js';
import { failures } from './failures.js';
import { AppliedFormulaView, ApplyFormulaBody, toApplied } from './formula.dto.js';
import { DiffFacetsView, DiffLineView, DiffQuery, ImpactView, toDiffFacets, toDiffLine } from './revision-diff.dto.js';
import { toRevision } from './revision.dto.js';

/** What a revision comes to in numbers: its diff, what it touches, and prices made by formula. */
@Controller('backoffice/price-tables/:id/revisions/:revisionId')
export class RevisionNumbersController {
  constructor(
    private readonly revisions: RevisionList,
    private readonly diffs: RevisionDiff,
    private readonly applyFormula: ApplyFormula,
    private readonly clock: Clock,
  ) {}

  @Get('diff')
  @Requires('price.read')
  @FacetsOf(DiffFacetsView)
  async diff(
    @CurrentActor() { permissions }: Actor,
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Query() { page, pageSize, conflictsOnly, only, search, sort }: DiffQuery,
  ): Promise<DiffLineView[]> {
    const now = this.clock.now();
    const revision = await this.row(tableId, revisionId, now);
    const part = only ?? (conflictsOnly ? 'conflicts' : undefined);
    const wanted = { page, pageSize, only: part, search, sort };
    const diff = await this.diffs.page(compared(revision), now, wanted, maySeeCosts(permissions));
    const { rows, totals, total, outlierPercent } = diff;
    const facets = toDiffFacets(totals, revision.currency, outlierPercent);
    return asPage(rows.map(toDiffLine), { number: page, size: pageSize, total }, facets);
  }

  @Get('impact')
  @Requires('price.read')
  async impact(
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
  ): Promise<ImpactView> {
    const now = this.clock.now();
    const revision = await this.row(tableId, revisionId, now);
    return { ...(await this.diffs.impact(compared(revision), now)), currency: revision.currency };
  }

  /** Makes the prices of a selection; all of them are written, or with `preview` none. */
  @Post('formula')
  @HttpCode(200)
  @Requires('price.edit')
  async formula(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) tableId: string,
    @Param('revisionId', ParseUUIDPipe) revisionId: string,
    @Body() { selection = {}, formula, rounding = null, preview = false, locale = 'en' }: ApplyFormulaBody,
  ): Promise<AppliedFormulaView> {
    const order = { selection, formula, rounding, preview, locale };
    const by = { id: actor.id, name: actor.name };
    const applied = await this.applyFormula.execute({ tableId, revisionId }, order, by, maySeeCosts(actor.permissions));
    const outcome = valueOrFailure(applied, failures);
    if (preview) return toApplied(outcome, null);
    return toApplied(outcome, toRevision(await this.row(tableId, revisionId, this.clock.now())));
  }

  private async row(tableId: string, id: string, now: Date): Promise<RevisionRow> {
    return foundOr404(await this.revisions.one(tableId, id, now), 'revision');
  }
}
