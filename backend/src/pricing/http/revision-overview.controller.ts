import { Controller, Get, Query } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import { Requires } from '../../shared/http/access.js';
import { FacetsOf } from '../../shared/http/facets.js';
import { asPage } from '../../shared/http/page.js';
import { PriceHistory } from '../infrastructure/reads/price-history.js';
import { RevisionList } from '../infrastructure/reads/revision-list.js';
import { PastPriceView, PriceHistoryQuery, toPastPrice } from './price-history.dto.js';
import { RevisionFacetsView, RevisionsQuery, RevisionView, toRevision } from './revision.dto.js';

/** Revisions and prices across all tables: the queue, the calendar, the history. */
@Controller('backoffice')
export class RevisionOverviewController {
  constructor(
    private readonly revisions: RevisionList,
    private readonly history: PriceHistory,
    private readonly clock: Clock,
  ) {}

  @Get('price-revisions')
  @Requires('price.read')
  @FacetsOf(RevisionFacetsView)
  async list(@Query() query: RevisionsQuery): Promise<RevisionView[]> {
    const { rows, total, counts } = await this.revisions.page(query, this.clock.now(), query);
    const facets: RevisionFacetsView = { ...counts, byStatus: [...counts.byStatus] };
    return asPage(rows.map(toRevision), { number: query.page, size: query.pageSize, total }, facets);
  }

  /** What each table said of a product and will say, newest first. */
  @Get('price-history')
  @Requires('price.read')
  async pastPrices(@Query() query: PriceHistoryQuery): Promise<PastPriceView[]> {
    const { rows, total } = await this.history.page(query, query);
    return asPage(rows.map(toPastPrice), { number: query.page, size: query.pageSize, total });
  }
}
