import { expect } from '@playwright/test';
import { settings } from './settings';

interface Mail {
  to: string[];
  subject: string;
  text: string;
}

/** The mails somebody was sent, newest first. */
export async function mailsTo(email: string): Promise<Mail[]> {
  const mails = (await (await fetch(settings.mailboxUrl)).json()) as Mail[];
  return mails.filter(({ to }) => to.includes(email));
}

/** Waits until somebody was sent a mail with such a subject. */
export async function expectMail(email: string, subject: RegExp): Promise<void> {
  await expect
    .poll(async () => (await mailsTo(email)).map((mail) => mail.subject), {
      message: `mail to ${email}`,
      timeout: 30_000,
    })
    .toContainEqual(expect.stringMatching(subject));
}
