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

  async announce(...events: readonly DomainEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.database.sql`
      insert into platform.outbox_event (id, type, payload)
      select e.id, e.type, e.payload
      from unnest(${events.map(() => newId())}::uuid[], ${events.map(({ type }) => type)}::text[],
                  ${events.map(({ payload }) => JSON.stringify(payload))}::jsonb[]) as e(id, type, payload)`;
    await this.database.sql`select pg_notify('outbox', '')`;
  }
}
