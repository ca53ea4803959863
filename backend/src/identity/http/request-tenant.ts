import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { asFailure, envelopeOf } from '../../shared/http/envelope.js';
import { Failure } from '../../shared/http/failure.js';
import { settings } from '../../shared/infrastructure/settings.js';
import { runInContext } from '../../shared/request-context.js';
import { TenantDirectory } from '../application/ports.js';

const bareAddress = /^(localhost|[\d.]+|\[[\da-f:.]+\])$/i;

/** What a request says about its tenant: a slug, a domain, or nothing, which means the default tenant. */
export function namedTenant(host: string, header: string | undefined): { slug: string | null; domain: string | null } {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const slug = [settings().PLATFORM_DOMAIN, 'localhost']
    .filter((domain) => name.endsWith(`.${domain}`))
    .map((domain) => name.slice(0, -domain.length - 1))[0];
  if (slug) return { slug, domain: null };
  if (bareAddress.test(name) || name === settings().PLATFORM_DOMAIN) return { slug: header ?? null, domain: null };
  return { slug: null, domain: name };
}

/** Runs every API request in the context of its tenant, from before its body is read until it is answered. */
export function contextPerRequest(app: NestFastifyApplication): void {
  const tenants = app.get(TenantDirectory, { strict: false });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, next) => {
      void reply.header('x-request-id', request.id);
      const nobody = { requestId: request.id, tenantId: null, actor: null, statements: 0 };
      if (!/^\/(api|media)\//.test(request.url)) return runInContext(nobody, next);
      tenantOf(request, tenants).then(
        (tenantId) => {
          const context = { ...nobody, tenantId };
          (request as { context?: typeof context }).context = context;
          runInContext(context, next);
        },
        (thrown: unknown) => {
          const failure = asFailure(thrown);
          void reply.status(failure.status).send(envelopeOf(failure, request.id));
        },
      );
    });
}

async function tenantOf(request: FastifyRequest, tenants: TenantDirectory): Promise<string | null> {
  const header = request.headers['x-tenant'];
  const { slug, domain } = namedTenant(request.headers.host ?? 'localhost', Array.isArray(header) ? header[0] : header);
  const tenant = await tenants.find(slug, domain);
  // A content network in front asks for pictures at an address of its own; their keys say whose they are.
  if (!tenant && request.url.startsWith('/media/')) return null;
  if (!tenant) throw new Failure(404, 'tenant.not_found', 'There is no store at this address');
  return tenant.id;
}
