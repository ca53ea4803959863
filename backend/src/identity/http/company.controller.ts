import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Requires } from '../../shared/http/access.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { asPage } from '../../shared/http/page.js';
import { ChangeCompany } from '../application/change-company.js';
import { RegisterCompany } from '../application/register-company.js';
import { CompanyList } from '../infrastructure/reads/company-list.js';
import { asSummary, CompanyPatch, CompanyQuery, CompanyView, NewCompany, toCompanyView } from './company.dto.js';
import { failures } from './failures.js';

/** The tenant's trade customers. */
@Controller('backoffice/companies')
export class CompanyController {
  constructor(
    private readonly companyList: CompanyList,
    private readonly registerCompany: RegisterCompany,
    private readonly changeCompany: ChangeCompany,
  ) {}

  @Get()
  @Requires('company.read')
  async list(@Query() query: CompanyQuery): Promise<CompanyView[]> {
    const { companies, total } = await this.companyList.page(query);
    return asPage(companies.map(toCompanyView), { number: query.page, size: query.pageSize, total });
  }

  @Get(':id')
  @Requires('company.read')
  async one(@Param('id', ParseUUIDPipe) id: string): Promise<CompanyView> {
    return toCompanyView(foundOr404(await this.companyList.one(id), 'company'));
  }

  @Post()
  @Requires('company.edit')
  async register(@Body() body: NewCompany, @Res({ passthrough: true }) reply: FastifyReply): Promise<CompanyView> {
    const company = valueOrFailure(await this.registerCompany.execute(body), failures);
    void reply.header('location', `/api/v1/backoffice/companies/${company.id}`);
    return toCompanyView(asSummary(company));
  }

  @Patch(':id')
  @Requires('company.edit')
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...change }: CompanyPatch,
  ): Promise<CompanyView> {
    return toCompanyView(asSummary(valueOrFailure(await this.changeCompany.execute(id, change, version), failures)));
  }
}
