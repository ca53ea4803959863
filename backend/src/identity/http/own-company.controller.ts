import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Buyer } from '../../shared/actor.js';
import { CurrentBuyer, Requires } from '../../shared/http/access.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import { asPage } from '../../shared/http/page.js';
import { AddMember } from '../application/add-member.js';
import { ChangeJobSite } from '../application/change-job-site.js';
import { ChangeMember } from '../application/change-member.js';
import { Directory } from '../application/directory.js';
import { OpenJobSite } from '../application/open-job-site.js';
import { JobSiteList } from '../infrastructure/reads/job-site-list.js';
import { MemberList } from '../infrastructure/reads/member-list.js';
import { RoleList } from '../infrastructure/reads/role-list.js';
import { DoneView } from './auth.dto.js';
import { OwnCompanyView } from './company.dto.js';
import { failures } from './failures.js';
import { asJobSiteView, JobSitePatch, JobSiteView, NewJobSite, toJobSiteView } from './job-site.dto.js';
import { Invitee, PersonPatch, PersonView, toPersonView } from './member.dto.js';
import { RoleChoiceView } from './role.dto.js';

/** The signed-in buyer's own company, its job sites and its people. */
@Controller('company')
export class OwnCompanyController {
  constructor(
    private readonly directory: Directory,
    private readonly memberList: MemberList,
    private readonly jobSiteList: JobSiteList,
    private readonly roleList: RoleList,
    private readonly addMember: AddMember,
    private readonly changeMember: ChangeMember,
    private readonly openJobSite: OpenJobSite,
    private readonly changeJobSite: ChangeJobSite,
  ) {}

  @Get()
  @Requires('company.view')
  async company(@CurrentBuyer() { companyId }: Buyer): Promise<OwnCompanyView> {
    const company = foundOr404(await this.directory.company(companyId), 'company');
    const { id, name, taxId, stateCode, email, creditLimit, paymentTerms, address, salesRepId } = company;
    const rep = salesRepId ? (await this.directory.membersById([salesRepId])).get(salesRepId) : undefined;
    const salesRep = rep ? { name: rep.name, email: rep.email } : null;
    return { id, name, taxId, stateCode, email, creditLimit, paymentTerms, address, salesRep };
  }

  @Get('job-sites')
  @Requires('company.view')
  async jobSites(@CurrentBuyer() { companyId }: Buyer): Promise<JobSiteView[]> {
    return (await this.jobSiteList.of(companyId)).map(toJobSiteView);
  }

  @Post('job-sites')
  @Requires('company.manage')
  async addJobSite(
    @CurrentBuyer() { companyId }: Buyer,
    @Body() body: NewJobSite,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobSiteView> {
    const site = valueOrFailure(await this.openJobSite.execute(companyId, body), failures);
    void reply.header('location', `/api/v1/company/job-sites/${site.id}`);
    return asJobSiteView(site);
  }

  @Patch('job-sites/:siteId')
  @Requires('company.manage')
  async patchJobSite(
    @CurrentBuyer() { companyId }: Buyer,
    @Param('siteId', ParseUUIDPipe) siteId: string,
    @Body() body: JobSitePatch,
  ): Promise<JobSiteView> {
    return asJobSiteView(valueOrFailure(await this.changeJobSite.execute(companyId, siteId, body), failures));
  }

  @Delete('job-sites/:siteId')
  @Requires('company.manage')
  async archiveJobSite(
    @CurrentBuyer() { companyId }: Buyer,
    @Param('siteId', ParseUUIDPipe) siteId: string,
  ): Promise<DoneView> {
    valueOrFailure(await this.changeJobSite.archive(companyId, siteId), failures);
    return { done: true };
  }

  /** The roles a company can give its people. */
  @Get('roles')
  @Requires('company.manage')
  async roles(): Promise<RoleChoiceView[]> {
    return (await this.roleList.of('buyer')).map(({ id, code, name }) => ({ id, code, name }));
  }

  @Get('buyers')
  @Requires('company.view')
  async buyers(@CurrentBuyer() { companyId }: Buyer, @Query() query: PageQuery): Promise<PersonView[]> {
    const { members, total } = await this.memberList.page(companyId, query);
    return asPage(members.map(toPersonView), { number: query.page, size: query.pageSize, total });
  }

  @Post('buyers')
  @Requires('company.manage')
  async addBuyer(
    @CurrentBuyer() buyer: Buyer,
    @Body() body: Invitee,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonView> {
    const person = { ...body, companyId: buyer.companyId };
    const id = valueOrFailure(await this.addMember.execute(buyer, person), failures);
    void reply.header('location', `/api/v1/company/buyers/${id}`);
    return this.view(buyer.companyId, id);
  }

  @Patch('buyers/:buyerId')
  @Requires('company.manage')
  async changeBuyer(
    @CurrentBuyer() buyer: Buyer,
    @Param('buyerId', ParseUUIDPipe) buyerId: string,
    @Body() body: PersonPatch,
  ): Promise<PersonView> {
    valueOrFailure(await this.changeMember.execute(buyer, buyerId, buyer.companyId, body), failures);
    return this.view(buyer.companyId, buyerId);
  }

  private async view(companyId: string, id: string): Promise<PersonView> {
    return toPersonView(foundOr404(await this.memberList.one(companyId, id), 'member'));
  }
}
