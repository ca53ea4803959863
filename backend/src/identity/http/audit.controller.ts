import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../../shared/http/access.js';
import { asPage } from '../../shared/http/page.js';
import { Directory } from '../application/directory.js';
import { AuditTrail } from '../infrastructure/reads/audit-trail.js';
import { AuditEntryView, AuditQuery } from './audit.dto.js';

/** The trail of who did what. */
@Controller('backoffice/audit')
export class AuditController {
  constructor(
    private readonly trail: AuditTrail,
    private readonly directory: Directory,
  ) {}

  @Get()
  @Requires('audit.read')
  async list(@Query() query: AuditQuery): Promise<AuditEntryView[]> {
    const { timeZone } = await this.directory.tenant();
    const { entries, total } = await this.trail.page(query, timeZone);
    const views = entries.map(({ at, actorId, actorName, ...entry }) => ({
      ...entry,
      at: at.toISOString(),
      actor: actorId ? { id: actorId, name: actorName ?? '' } : null,
    }));
    return asPage(views, { number: query.page, size: query.pageSize, total });
  }
}
