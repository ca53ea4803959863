import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Brand, BrandOf } from '../../shared/http/serve-apps.js';
import { backgroundContext, runInContext } from '../../shared/request-context.js';
import { Directory } from '../application/directory.js';
import { TenantDirectory } from '../application/ports.js';
import { namedTenant } from './request-tenant.js';

/** Tells a page's store by its host name; a page without its brand is better than none, so failures are no brand. */
export function brandPerRequest(app: NestFastifyApplication): BrandOf {
  const tenants = app.get(TenantDirectory, { strict: false });
  const directory = app.get(Directory, { strict: false });
  return async (request: FastifyRequest): Promise<Brand | null> => {
    const { slug, domain } = namedTenant(request.headers.host ?? 'localhost', undefined);
    try {
      const tenant = await tenants.find(slug, domain);
      if (!tenant) return null;
      return await runInContext(backgroundContext(tenant.id, request.id), async () => await directory.tenant());
    } catch {
      return null;
    }
  };
}
