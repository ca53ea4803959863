import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Metrics } from '../infrastructure/metrics.js';
import type { RequestContext } from '../request-context.js';

/** Counts every answered request and writes one log line for it, without its query, body or anybody's data. */
export function observeRequests(app: NestFastifyApplication): void {
  const metrics = app.get(Metrics, { strict: false });
  const logger = new Logger('request');
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const { method, routeOptions } = request;
      const route = routeOptions.url ?? 'none';
      const context = (request as { context?: RequestContext }).context;
      const status = reply.statusCode;
      metrics.requests.observe({ method, route, status }, reply.elapsedTime / 1000);
      metrics.statements.inc({ method, route }, context?.statements ?? 0);
      if (route.startsWith('/api/')) {
        logger.log({
          requestId: request.id,
          method,
          route,
          status,
          ms: Math.round(reply.elapsedTime * 10) / 10,
          statements: context?.statements ?? 0,
          tenantId: context?.tenantId ?? null,
          actorId: context?.actor?.id ?? null,
        });
      }
      done();
    });
}
