import { Injectable, Logger } from '@nestjs/common';
import { type AnnouncedEvent, type EventListener, EventListeners } from '../outbox.js';
import { backgroundContext, runInContext } from '../request-context.js';
import { Database } from './database.js';

interface Row {
  id: string;
  type: string;
  payload: object;
  occurred_at: Date;
  attempts: number;
}

/** Brings committed events to their listeners, in order of writing per tenant, each listener once per event. */
@Injectable()
export class OutboxRelay extends EventListeners {
  private readonly logger = new Logger('outbox');
  private readonly listeners = new Map<string, EventListener[]>();

  constructor(private readonly database: Database) {
    super();
  }

  add(listener: EventListener): void {
    this.listeners.set(listener.eventType, [...(this.listeners.get(listener.eventType) ?? []), listener]);
  }

  /** Delivers everything that is due, in every tenant; says how many events it took up. */
  async drain(): Promise<number> {
    const tenants = await this.database.sql<{
      tenant_id: string;
    }>`select tenant_id from platform.tenants_with_events()`;
    let taken = 0;
    for (const { tenant_id } of tenants) taken += await this.drainOf(tenant_id);
    return taken;
  }

  /** Delivers everything that is due in one tenant. */
  drainOf(tenantId: string): Promise<number> {
    return runInContext(backgroundContext(tenantId, 'outbox'), () => this.drainTenant());
  }

  private async drainTenant(): Promise<number> {
    for (let taken = 0; ; taken += 1) {
      const more = await this.database.transaction(async () => {
        const [row] = await this.database.sql<Row>`
          select id, type, payload, occurred_at, attempts from platform.outbox_event
          where processed_at is null and available_at <= now()
          order by id limit 1 for update skip locked`;
        if (row) await this.deliver(row);
        return row !== undefined;
      });
      if (!more) return taken;
    }
  }

  private async deliver({ occurred_at: occurredAt, ...row }: Row): Promise<void> {
    const event: AnnouncedEvent = { id: row.id, type: row.type, payload: row.payload, occurredAt };
    for (const listener of this.listeners.get(row.type) ?? []) {
      const failure = await this.deliverTo(listener, event);
      if (!failure) continue;
      this.logger.warn({ message: 'listener failed', eventId: row.id, listener: listener.name, failure });
      const pause = Math.min(3600, 2 ** row.attempts * 5);
      await this.database.sql`
        update platform.outbox_event
        set attempts = attempts + 1, last_error = ${failure.slice(0, 1000)},
            available_at = now() + ${pause}::int * interval '1 second'
        where id = ${row.id}`;
      return;
    }
    await this.database.sql`
      update platform.outbox_event set processed_at = now(), last_error = null where id = ${row.id}`;
  }

  /** A savepoint keeps a failing listener from undoing those before it. */
  private async deliverTo(listener: EventListener, event: AnnouncedEvent): Promise<string | null> {
    const { rowCount } = await this.database.query(
      `insert into platform.event_receipt (event_id, listener) values ($1, $2) on conflict do nothing`,
      [event.id, listener.name],
    );
    if (rowCount === 0) return null;
    await this.database.query('savepoint listener');
    try {
      await listener.handle(event);
      await this.database.query('release savepoint listener');
      return null;
    } catch (error) {
      await this.database.query('rollback to savepoint listener');
      await this.database.query('delete from platform.event_receipt where event_id = $1 and listener = $2', [
        event.id,
        listener.name,
      ]);
      return error instanceof Error ? error.message : String(error);
    }
  }
}
