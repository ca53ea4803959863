import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Mail, type MailMessage } from '../mail.js';
import { settings } from './settings.js';

/** Sends through the SMTP server of SMTP_URL; a refused message throws, and its event is delivered again later. */
@Injectable()
export class SmtpMail extends Mail {
  private readonly transport = createTransport({ url: settings().SMTP_URL, connectionTimeout: 5_000 });

  async send({ id, ...message }: MailMessage): Promise<void> {
    await this.transport.sendMail({ ...message, from: settings().MAIL_FROM, messageId: `<${id}@tradeyard>` });
  }
}
