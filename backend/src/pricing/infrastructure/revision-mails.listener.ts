import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AnnouncedEvent, EventListeners } from '../../shared/outbox.js';
import { MailRevisionNews } from '../application/mail-revision-news.js';
import type { PriceRevisionMailDue, PriceRevisionMoved } from '../domain/price-revision-moved.js';

/** Mails what became of a revision to whom it concerns; the event's id is the mail's. */
@Injectable()
export class RevisionMailsListener implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly mailNews: MailRevisionNews,
  ) {}

  onModuleInit(): void {
    this.listeners.add({
      name: 'price.revision_readers',
      eventType: 'price.revision_moved',
      handle: ({ payload }) => this.mailNews.addressTo(payload as PriceRevisionMoved['payload']),
    });
    this.listeners.add({
      name: 'price.revision_mail',
      eventType: 'price.revision_mail_due',
      handle: (event) => {
        const { id, payload } = event as AnnouncedEvent<PriceRevisionMailDue['type'], PriceRevisionMailDue['payload']>;
        return this.mailNews.send(id, payload);
      },
    });
  }
}
