import { Injectable } from '@nestjs/common';
import { newId } from '../ids.js';
import { type DomainEvent, Outbox } from '../outbox.js';
import { Database } from './database.js';

/** Writes events beside the change they tell of; the relay announces them after the commit. */
@Injectable()
export class DatabaseOutbox extends Outbox {
  constructor(private readonly database: Database) {
    super();
  }

  announce(...events: readonly DomainEvent[]): Promise<void> {
    return this.announceAt(null, ...events);
  }

  async announceAt(at: Date | null, ...events: readonly DomainEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.database.sql`
      insert into platform.outbox_event (id, type, payload, available_at)
      select e.id, e.type, e.payload, coalesce(${at}::timestamptz, now())
      from unnest(${events.map(() => newId())}::uuid[], ${events.map(({ type }) => type)}::text[],
                  ${events.map(({ payload }) => JSON.stringify(payload))}::jsonb[]) as e(id, type, payload)`;
    if (!at) await this.database.sql`select pg_notify('outbox', '')`;
  }

  async recall(type: string, about: object): Promise<void> {
    await this.database.sql`
      delete from platform.outbox_event
      where processed_at is null and attempts = 0 and type = ${type} and payload @> ${JSON.stringify(about)}::jsonb`;
  }
}
