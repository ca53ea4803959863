import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../shared/actor.js';
import { CurrentActor, Requires } from '../../shared/http/access.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import { asPage } from '../../shared/http/page.js';
import { AddMember } from '../application/add-member.js';
import { ChangeJobSite } from '../application/change-job-site.js';
import { ChangeMember } from '../application/change-member.js';
import { OpenJobSite } from '../application/open-job-site.js';
import { CompanyList } from '../infrastructure/reads/company-list.js';
import { JobSiteList } from '../infrastructure/reads/job-site-list.js';
import { MemberList } from '../infrastructure/reads/member-list.js';
import { DoneView } from './auth.dto.js';
import { failures } from './failures.js';
import { asJobSiteView, JobSitePatch, JobSiteView, NewJobSite, toJobSiteView } from './job-site.dto.js';
import { NewPerson, PersonPatch, PersonView, toPersonView } from './member.dto.js';

/** A company's buyers and job sites, as staff keep them. */
@Controller('backoffice/companies/:companyId')
export class CompanyPeopleController {
  constructor(
    private readonly companyList: CompanyList,
    private readonly memberList: MemberList,
    private readonly jobSiteList: JobSiteList,
    private readonly addMember: AddMember,
    private readonly changeMember: ChangeMember,
    private readonly openJobSite: OpenJobSite,
    private readonly changeJobSite: ChangeJobSite,
  ) {}

  @Get('buyers')
  @Requires('company.read')
  async buyers(@Param('companyId', ParseUUIDPipe) companyId: string, @Query() query: PageQuery): Promise<PersonView[]> {
    foundOr404(await this.companyList.one(companyId), 'company');
    const { members, total } = await this.memberList.page(companyId, query);
    return asPage(members.map(toPersonView), { number: query.page, size: query.pageSize, total });
  }

  @Post('buyers')
  @Requires('company.edit')
  async addBuyer(
    @CurrentActor() actor: Actor,
    @Param('companyId', ParseUUIDPipe) companyId: string,
    @Body() body: NewPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonView> {
    const id = valueOrFailure(await this.addMember.execute(actor, { ...body, companyId }), failures);
    void reply.header('location', `/api/v1/backoffice/companies/${companyId}/buyers/${id}`);
    return this.buyer(companyId, id);
  }

  @Get('buyers/:buyerId')
  @Requires('company.read')
  buyer(
    @Param('companyId', ParseUUIDPipe) companyId: string,
    @Param('buyerId', ParseUUIDPipe) buyerId: string,
  ): Promise<PersonView> {
    return this.memberList.one(companyId, buyerId).then((found) => toPersonView(foundOr404(found, 'member')));
  }

  @Patch('buyers/:buyerId')
  @Requires('company.edit')
  async changeBuyer(
    @CurrentActor() actor: Actor,
    @Param('companyId', ParseUUIDPipe) companyId: string,
    @Param('buyerId', ParseUUIDPipe) buyerId: string,
    @Body() body: PersonPatch,
  ): Promise<PersonView> {
    valueOrFailure(await this.changeMember.execute(actor, buyerId, companyId, body), failures);
    return this.buyer(companyId, buyerId);
  }

  @Get('job-sites')
  @Requires('company.read')
  async jobSites(@Param('companyId', ParseUUIDPipe) companyId: string): Promise<JobSiteView[]> {
    foundOr404(await this.companyList.one(companyId), 'company');
    return (await this.jobSiteList.of(companyId)).map(toJobSiteView);
  }

  @Post('job-sites')
  @Requires('company.edit')
  async addJobSite(
    @Param('companyId', ParseUUIDPipe) companyId: string,
    @Body() body: NewJobSite,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobSiteView> {
    const site = valueOrFailure(await this.openJobSite.execute(companyId, body), failures);
    void reply.header('location', `/api/v1/backoffice/companies/${companyId}/job-sites/${site.id}`);
    return asJobSiteView(site);
  }

  @Patch('job-sites/:siteId')
  @Requires('company.edit')
  async patchJobSite(
    @Param('companyId', ParseUUIDPipe) companyId: string,
    @Param('siteId', ParseUUIDPipe) siteId: string,
    @Body() body: JobSitePatch,
  ): Promise<JobSiteView> {
    return asJobSiteView(valueOrFailure(await this.changeJobSite.execute(companyId, siteId, body), failures));
  }

  @Delete('job-sites/:siteId')
  @Requires('company.edit')
  async archiveJobSite(
    @Param('companyId', ParseUUIDPipe) companyId: string,
    @Param('siteId', ParseUUIDPipe) siteId: string,
  ): Promise<DoneView> {
    valueOrFailure(await this.changeJobSite.archive(companyId, siteId), failures);
    return { done: true };
  }
}
