import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../shared/actor.js';
import { CurrentActor, Requires } from '../../shared/http/access.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { permissions } from '../../shared/permissions.js';
import { ChangeRole } from '../application/change-role.js';
import { CreateRole } from '../application/create-role.js';
import { DeleteRole } from '../application/delete-role.js';
import { RoleList } from '../infrastructure/reads/role-list.js';
import { DoneView } from './auth.dto.js';
import { failures } from './failures.js';
import { NewRole, PermissionView, RolePatch, RoleQuery, RoleView } from './role.dto.js';

/** What roles there are, and what each permits. */
@Controller('backoffice')
export class RoleController {
  constructor(
    private readonly roleList: RoleList,
    private readonly createRole: CreateRole,
    private readonly changeRole: ChangeRole,
    private readonly deleteRole: DeleteRole,
  ) {}

  @Get('permissions')
  @Requires('role.read')
  permissions(): PermissionView[] {
    return Object.entries(permissions).map(([code, side]) => ({ code, side, group: code.split('.')[0] ?? code }));
  }

  @Get('roles')
  @Requires('role.read')
  list(@Query() { side }: RoleQuery): Promise<RoleView[]> {
    return this.roleList.of(side ?? null);
  }

  @Get('roles/:id')
  @Requires('role.read')
  one(@Param('id', ParseUUIDPipe) id: string): Promise<RoleView> {
    return this.view(id);
  }

  @Post('roles')
  @Requires('role.edit')
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: NewRole,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleView> {
    const id = valueOrFailure(await this.createRole.execute(actor, body), failures);
    void reply.header('location', `/api/v1/backoffice/roles/${id}`);
    return this.view(id);
  }

  @Patch('roles/:id')
  @Requires('role.edit')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RolePatch,
  ): Promise<RoleView> {
    return this.view(valueOrFailure(await this.changeRole.execute(actor, id, body), failures));
  }

  @Delete('roles/:id')
  @Requires('role.edit')
  async delete(@Param('id', ParseUUIDPipe) id: string): Promise<DoneView> {
    valueOrFailure(await this.deleteRole.execute(id), failures);
    return { done: true };
  }

  private async view(id: string): Promise<RoleView> {
    return foundOr404((await this.roleList.of(null, id))[0], 'role');
  }
}
