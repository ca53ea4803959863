import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AnnouncedEvent, EventListeners } from '../../shared/outbox.js';
import { SendLink } from '../application/send-link.js';
import type { MemberInvited, PasswordResetRequested } from '../domain/events.js';

type Heard<Event> = Event extends { type: infer Type extends string; payload: infer Payload extends object }
  ? AnnouncedEvent<Type, Payload>
  : never;

/** Answers an invitation or a forgotten password with a mail; the event's id is the mail's, so a repetition shows. */
@Injectable()
export class LinkMailsListener implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly sendLink: SendLink,
  ) {}

  onModuleInit(): void {
    this.listeners.add({
      name: 'identity.invitation_mail',
      eventType: 'identity.member_invited',
      handle: (event) => {
        const { id, payload } = event as Heard<MemberInvited>;
        return this.sendLink.execute(id, { id: payload.memberId });
      },
    });
    this.listeners.add({
      name: 'identity.reset_mail',
      eventType: 'identity.password_reset_requested',
      handle: (event) => {
        const { id, payload } = event as Heard<PasswordResetRequested>;
        return this.sendLink.execute(id, { email: payload.email });
      },
    });
  }
}
