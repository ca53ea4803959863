import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Chores } from '../../shared/chores.js';
import { type AnnouncedEvent, EventListeners } from '../../shared/outbox.js';
import { RemindOfExpiry } from '../application/remind-of-expiry.js';
import type { PriceTableExpiring } from '../domain/price-table-expiring.js';

/** Has tables that end soon looked for, and mails what is announced of them; the event's id is the mail's. */
@Injectable()
export class ExpiryReminders implements OnModuleInit {
  constructor(
    private readonly chores: Chores,
    private readonly listeners: EventListeners,
    private readonly reminders: RemindOfExpiry,
  ) {}

  onModuleInit(): void {
    this.chores.add({ name: 'expiry reminders', run: () => this.reminders.execute() });
    this.listeners.add({
      name: 'price.table_expiring_mail',
      eventType: 'price.table_expiring',
      handle: (event) => {
        const { id, payload } = event as AnnouncedEvent<PriceTableExpiring['type'], PriceTableExpiring['payload']>;
        return this.reminders.send(id, payload);
      },
    });
  }
}
