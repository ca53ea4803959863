import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { JobSites } from '../application/ports.js';
import { JobSite } from '../domain/job-site.js';

/** Job sites in PostgreSQL, through Prisma. */
@Injectable()
export class PrismaJobSites extends JobSites {
  constructor(private readonly database: Database) {
    super();
  }

  async find(id: string, companyId: string): Promise<JobSite | null> {
    const row = await this.database.prisma.jobSite.findFirst({
      where: { id, companyId, archivedAt: null },
      omit: { tenantId: true, archivedAt: true, createdAt: true, id: true, companyId: true },
    });
    return row && JobSite.restore({ id, companyId, facts: { ...row, budget: row.budget?.toFixed(2) ?? null } });
  }

  async add({ id, companyId, facts }: JobSite): Promise<void> {
    await this.database.prisma.jobSite.createMany({ data: [{ id, companyId, ...facts }] });
  }

  async save({ id, facts }: JobSite): Promise<void> {
    await this.database.prisma.jobSite.updateMany({ where: { id }, data: facts });
  }

  async archive({ id }: JobSite, at: Date): Promise<void> {
    await this.database.prisma.jobSite.updateMany({ where: { id }, data: { archivedAt: at } });
  }
}
