import { Injectable } from '@nestjs/common';
import { type AuditEntry, AuditLog } from '../../shared/audit-log.js';
import { newId } from '../../shared/ids.js';
import { Database } from '../../shared/infrastructure/database.js';
import { currentContext } from '../../shared/request-context.js';

/** Writes the entry in the surrounding transaction, in the name of whoever the request's token vouches for. */
@Injectable()
export class SqlAuditLog extends AuditLog {
  constructor(private readonly database: Database) {
    super();
  }

  async record({ action, entity, entityId, facts }: AuditEntry): Promise<void> {
    const actor = currentContext()?.actor ?? null;
    await this.database.sql`
      insert into identity.audit_entry (id, actor_id, actor_name, action, entity, entity_id, facts)
      values (${newId()}, ${actor?.id ?? null}, ${actor?.name ?? null}, ${action}, ${entity}, ${entityId},
              ${facts ? JSON.stringify(facts) : null}::jsonb)`;
  }
}
