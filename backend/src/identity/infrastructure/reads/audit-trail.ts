import { Injectable } from '@nestjs/common';
import { isId } from '../../../shared/ids.js';
import { Database } from '../../../shared/infrastructure/database.js';

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly facts: object | null;
}

export interface AuditQuery {
  readonly entity?: string;
  readonly entityId?: string;
  /** An id, or a part of the name. */
  readonly actor?: string;
  readonly from?: string;
  readonly to?: string;
  readonly page: number;
  readonly pageSize: number;
}

/** Reads the audit trail, newest first. A date without a time is that whole day in the tenant's time zone. */
@Injectable()
export class AuditTrail {
  constructor(private readonly database: Database) {}

  async page(query: AuditQuery, timeZone: string): Promise<{ entries: AuditRow[]; total: number }> {
    const { entity = null, entityId = null, actor, page, pageSize } = query;
    const actorId = actor && isId(actor) ? actor : null;
    const actorName = actor && !actorId ? actor : null;
    const [from, fromDay] = instantOrDay(query.from);
    const [to, toDay] = instantOrDay(query.to);
    const rows = await this.database.sql<AuditRow & { total: number }>`
      with matching as materialized (
        select id, at from identity.audit_entry
        where (${entity}::text is null or entity = ${entity})
          and (${entityId}::text is null or entity_id = ${entityId})
          and (${actorId}::uuid is null or actor_id = ${actorId})
          and (${actorName}::text is null or strpos(public.plain_text(actor_name), public.plain_text(${actorName})) > 0)
          and at >= coalesce(${from}::timestamptz, ${fromDay}::timestamp at time zone ${timeZone}, '-infinity')
          and at < coalesce(${to}::timestamptz, (${toDay}::timestamp + interval '1 day') at time zone ${timeZone}, 'infinity')),
      shown as (select id, at from matching order by at desc, id desc limit ${pageSize} offset ${(page - 1) * pageSize})
      select (select count(*)::int from matching) as total, e.id, e.at, e.actor_id as "actorId",
             e.actor_name as "actorName", e.action, e.entity, e.entity_id as "entityId", e.facts
      from (select 1) one left join shown on true left join identity.audit_entry e on e.id = shown.id
      order by e.at desc, e.id desc`;
    const total = rows[0]?.total ?? 0;
    return { entries: rows.filter(({ id }) => id).map(({ total: _, ...entry }) => entry), total };
  }
}

const instantOrDay = (text: string | undefined): [instant: string | null, day: string | null] => {
  if (!text) return [null, null];
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? [null, text] : [text, null];
};
