import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { settings } from '../infrastructure/settings.js';

/** What a page shows of its store before any script ran. */
export interface Brand {
  readonly slug: string;
  readonly name: string;
  readonly locale: string;
  readonly brandColor: string | null;
}

/** Finds the brand of the store a request is for; null when there is none or it cannot be told just now. */
export type BrandOf = (request: FastifyRequest) => Promise<Brand | null>;

/** Paths that belong to the API and its operation, whatever the apps' routers would make of them. */
const reserved = /^\/(api|media|dev)(\/|$)|^\/(healthz|readyz|metrics)$/;
const year = 'public, max-age=31536000, immutable';

/**
 * Serves both apps as they were built: the storefront at `/`, the backoffice at `/backoffice`. Files with a hash in their
 * name are cached for good, pages never; a page address nobody knows is the app's own, an unknown file is 404.
 */
export async function serveApps(app: NestFastifyApplication, brandOf: BrandOf): Promise<void> {
  const { STOREFRONT_DIST, BACKOFFICE_DIST } = settings();
  const storefront = await serveFiles(app, STOREFRONT_DIST, '/');
  const backoffice = await serveFiles(app, BACKOFFICE_DIST, '/backoffice/');
  if (!storefront && !backoffice) return;

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const path = request.url.split('?')[0] ?? '/';
    const page = /^\/backoffice(\/|$)/.test(path) ? backoffice : storefront;
    const navigates = request.headers.accept?.includes('text/html') ?? false;
    if (!page || !navigates || reserved.test(path) || /\/assets\//.test(path)) return reply.callNotFound();
    void reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', page.policy);
    return reply.send(page.htmlFor(await brandOf(request)));
  };
  app.getHttpAdapter().getInstance().get('/*', answer);
}

async function serveFiles(app: NestFastifyApplication, dist: string, prefix: string): Promise<AppPage | null> {
  const root = resolve(dist);
  if (!dist || !existsSync(join(root, 'index.html'))) return null;
  await app.register(fastifyStatic, {
    root,
    prefix,
    index: false,
    wildcard: false,
    redirect: false,
    decorateReply: false,
    preCompressed: true,
    cacheControl: false,
    // The page itself is written per tenant, so its file is not one of those served as they are.
    globIgnore: ['**/index.html*'],
    setHeaders: (reply, path) => void reply.setHeader('cache-control', path.includes('/assets/') ? year : 'no-cache'),
  });
  return new AppPage(readFileSync(join(root, 'index.html'), 'utf8'));
}

/** An app's page, and the policy that lets it load its own files, its own inline scripts and the store's images only. */
export class AppPage {
  readonly policy: string;

  constructor(private readonly html: string) {
    const objects = new URL(settings().S3_ENDPOINT).origin;
    const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)];
    const scripts = inline.map(
      ([, text]) =>
        `'sha256-${createHash('sha256')
          .update(text ?? '')
          .digest('base64')}'`,
    );
    this.policy = [
      "default-src 'self'",
      ["script-src 'self'", ...scripts].join(' '),
      // Dialogs and charts write style elements and attributes of their own.
      "style-src 'self' 'unsafe-inline'",
      `img-src 'self' data: blob: ${objects}`,
      `connect-src 'self' ${objects}`,
      "font-src 'self' data:",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; ');
  }

  /** The page in the store's name, language and colour, so that nothing changes once its scripts run. */
  htmlFor(brand: Brand | null): string {
    if (!brand) return this.html;
    const { slug, name, locale, brandColor } = brand;
    const colour = brandColor && /^#[\da-f]{3,8}$/i.test(brandColor) ? brandColor : null;
    const look = colour ? ` data-tenant="${escapeHtml(slug)}" style="--tenant-brand:${colour}"` : '';
    return this.html
      .replace(/<html([^>]*)>/, (_, rest: string) => {
        return `<html lang="${escapeHtml(locale)}"${look}${rest.replace(/ lang="[^"]*"/, '')}>`;
      })
      .replace(/<title>([^<]*)<\/title>/, (_, title: string) => {
        return `<title>${title.replace('Tradeyard', () => escapeHtml(name))}</title>`;
      });
  }
}

/** Text that is safe between tags and inside quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
