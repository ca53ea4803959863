import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../shared/actor.js';
import { CurrentActor, Requires } from '../../shared/http/access.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import { asPage } from '../../shared/http/page.js';
import { AddMember } from '../application/add-member.js';
import { ChangeMember } from '../application/change-member.js';
import { MemberList } from '../infrastructure/reads/member-list.js';
import { failures } from './failures.js';
import { NewPerson, PersonPatch, PersonView, toPersonView } from './member.dto.js';

/** The distributor's own people. */
@Controller('backoffice/staff')
export class StaffController {
  constructor(
    private readonly memberList: MemberList,
    private readonly addMember: AddMember,
    private readonly changeMember: ChangeMember,
  ) {}

  @Get()
  @Requires('staff.read')
  async list(@Query() query: PageQuery): Promise<PersonView[]> {
    const { members, total } = await this.memberList.page(null, query);
    return asPage(members.map(toPersonView), { number: query.page, size: query.pageSize, total });
  }

  @Get(':id')
  @Requires('staff.read')
  one(@Param('id', ParseUUIDPipe) id: string): Promise<PersonView> {
    return this.view(id);
  }

  @Post()
  @Requires('staff.edit')
  async add(
    @CurrentActor() actor: Actor,
    @Body() body: NewPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonView> {
    const id = valueOrFailure(await this.addMember.execute(actor, { ...body, companyId: null }), failures);
    void reply.header('location', `/api/v1/backoffice/staff/${id}`);
    return this.view(id);
  }

  @Patch(':id')
  @Requires('staff.edit')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PersonPatch,
  ): Promise<PersonView> {
    return this.view(valueOrFailure(await this.changeMember.execute(actor, id, null, body), failures));
  }

  private async view(id: string): Promise<PersonView> {
    return toPersonView(foundOr404(await this.memberList.one(null, id), 'member'));
  }
}
