import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Patch, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Requires } from '../../shared/http/access.js';
import { foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { given } from '../../shared/http/fields.js';
import { ChangeBranch } from '../application/change-branch.js';
import { CreateBranch } from '../application/create-branch.js';
import { DeleteBranch } from '../application/delete-branch.js';
import type { Branch } from '../domain/branch.js';
import { PlaceLists } from '../infrastructure/reads/place-lists.js';
import { BranchPatch, BranchView, NewBranch } from './branch.dto.js';
import { failures } from './failures.js';

/** The places that hold stock and hand it out. */
@Controller('backoffice/branches')
export class BranchController {
  constructor(
    private readonly lists: PlaceLists,
    private readonly createBranch: CreateBranch,
    private readonly changeBranch: ChangeBranch,
    private readonly deleteBranch: DeleteBranch,
  ) {}

  @Get()
  @Requires('stock.read')
  async list(): Promise<BranchView[]> {
    return (await this.lists.branches()).map(toView);
  }

  @Get(':id')
  @Requires('stock.read')
  async one(@Param('id', ParseUUIDPipe) id: string): Promise<BranchView> {
    const branches = await this.lists.branches();
    return toView(
      foundOr404(
        branches.find((branch) => branch.id === id),
        'branch',
      ),
    );
  }

  @Post()
  @Requires('stock.edit')
  async create(@Body() body: NewBranch, @Res({ passthrough: true }) reply: FastifyReply): Promise<BranchView> {
    const branch = valueOrFailure(await this.createBranch.execute(given(body) as NewBranch), failures);
    void reply.header('location', `/api/v1/backoffice/branches/${branch.id}`);
    return toView(branch);
  }

  @Patch(':id')
  @Requires('stock.edit')
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...change }: BranchPatch,
  ): Promise<BranchView> {
    return toView(valueOrFailure(await this.changeBranch.execute(id, given(change), version), failures));
  }

  @Delete(':id')
  @Requires('stock.edit')
  async remove(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    valueOrFailure(await this.deleteBranch.execute(id), failures);
  }
}

const toView = (branch: Branch): BranchView => ({ ...branch, serves: [...branch.serves] });
