import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Requires } from '../../shared/http/access.js';
import { foundOr404 } from '../../shared/http/failure.js';
import { asPage } from '../../shared/http/page.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import { Offers } from '../application/ports.js';
import { ListSummaries } from '../infrastructure/reads/list-summaries.js';
import { ListSummaryView, toListSummary } from './list.dto.js';

/** The saved lists of a company, as staff may look at them. */
@Controller('backoffice/companies/:id/lists')
export class StaffListController {
  constructor(
    private readonly summaries: ListSummaries,
    private readonly offers: Offers,
  ) {}

  @Get()
  @Requires('company.read')
  async page(@Param('id', ParseUUIDPipe) id: string, @Query() query: PageQuery): Promise<ListSummaryView[]> {
    foundOr404(await this.offers.customer(id, null), 'company');
    const { lists, total } = await this.summaries.page(id, query);
    return asPage(lists.map(toListSummary), { number: query.page, size: query.pageSize, total });
  }
}
