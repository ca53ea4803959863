/** A message in plain text and HTML; `id` keeps a message that is sent again recognisable as the same. */
export interface MailMessage {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Sends mail in the current tenant's name; throws when the mail server does not take it. */
export abstract class Mail {
  abstract send(message: MailMessage): Promise<void>;
}
