import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { settings } from '../infrastructure/settings.js';
import { escapeHtml } from './serve-apps.js';

interface CaughtMail {
  readonly at: string;
  readonly to: readonly string[];
  readonly subject?: string;
  readonly text?: string;
}

/** Shows at `/dev/mail` what was mailed, newest first; only where mail is caught, never in production. */
export function showCaughtMail(app: NestFastifyApplication): void {
  const { MAIL_CATCHER_URL, NODE_ENV } = settings();
  if (!MAIL_CATCHER_URL || NODE_ENV === 'production') return;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/dev/mail', async (_request, reply) => {
      const mails = (await (await fetch(MAIL_CATCHER_URL)).json()) as CaughtMail[];
      return reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
        .send(pageOf(mails));
    });
}

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
  article { border-top: 1px solid #8888; padding: 1rem 0 } h2 { font-size: 1.125rem; margin: 0 } p { margin: 0; opacity: .75 }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: .75rem 0 0 }`;

const pageOf = (mails: readonly CaughtMail[]): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mail (${mails.length})</title>
<style>${style}</style></head><body><h1>Mail</h1>
${mails.length ? mails.map(articleOf).join('\n') : '<p>Nothing was mailed yet.</p>'}
</body></html>`;

const articleOf = ({ at, to, subject, text }: CaughtMail): string => `<article>
<h2>${escapeHtml(subject ?? '(no subject)')}</h2>
<p>To ${escapeHtml(to.join(', '))} · <time>${escapeHtml(at)}</time></p>
<pre>${linked(escapeHtml(text ?? ''))}</pre>
</article>`;

const linked = (text: string): string =>
  text.replace(/https?:\/\/[^\s<>"'&)]+(&#38;[^\s<>"'&)]+)*/g, '<a href="$&">$&</a>');
