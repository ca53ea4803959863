import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AnnouncedEvent, EventListeners } from '../../shared/outbox.js';
import { MailOrderNews } from '../application/mail-order-news.js';
import type { OrderAnnouncement } from '../domain/order-history.js';

type Heard = AnnouncedEvent<OrderAnnouncement['type'], OrderAnnouncement['payload']>;

/** Mails the buyer when an order is placed, confirmed or shipped; the event's id is the mail's. */
@Injectable()
export class OrderMailsListener implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly mailNews: MailOrderNews,
  ) {}

  onModuleInit(): void {
    for (const occasion of ['placed', 'confirmed'] as const) {
      this.listen(`orders.order_${occasion}`, ({ id, payload }) =>
        this.mailNews.execute(id, payload.orderId, { occasion }),
      );
    }
    this.listen('orders.order_shipped', ({ id, payload }) => {
      const { shipmentId, isLast } = payload.facts as { shipmentId: string; isLast: boolean };
      return this.mailNews.execute(id, payload.orderId, { shipmentId, isLast });
    });
  }

  private listen(eventType: OrderAnnouncement['type'], handle: (event: Heard) => Promise<void>): void {
    this.listeners.add({ name: `${eventType}_mail`, eventType, handle: (event) => handle(event as Heard) });
  }
}
