import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import { newId } from '../../shared/ids.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { Revision } from '../domain/revision.js';
import { type Editor, Revisions } from './revision-ports.js';

/** Begins an empty draft; a table may have many side by side. */
@Injectable()
export class BeginRevision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revisions: Revisions,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  execute(
    tableId: string,
    name: string | null,
    by: Editor,
  ): Promise<Result<Revision, { readonly code: 'price_table.not_found' }>> {
    return this.unitOfWork.run<Revision, { readonly code: 'price_table.not_found' }>(async () => {
      const number = await this.revisions.nextNumber(tableId);
      if (number === null) return err({ code: 'price_table.not_found' });
      const author = { id: by.id, name: by.name };
      const revision = Revision.draft(
        { id: newId(), tableId, number, name, source: 'manual', author },
        this.clock.now(),
      );
      await this.revisions.add(revision);
      const { id } = revision.state;
      await this.audit.record({
        action: 'revision.begun',
        entity: 'revision',
        entityId: id,
        facts: { tableId, number },
      });
      return ok(revision);
    });
  }
}
