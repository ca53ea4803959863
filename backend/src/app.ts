import 'reflect-metadata';
import fastifyCookie from '@fastify/cookie';
import { ConsoleLogger, Module, RequestMethod, ValidationPipe, type ValidationError } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { CatalogModule } from './catalog/index.js';
import { brandPerRequest, contextPerRequest, IdentityModule, JwtGuard } from './identity/index.js';
import { OrdersModule } from './orders/index.js';
import { PricingModule } from './pricing/index.js';
import { AccessGuard } from './shared/http/access.js';
import { showCaughtMail } from './shared/http/dev-mail.js';
import { EnvelopeFilter, EnvelopeInterceptor } from './shared/http/envelope.js';
import { Failure } from './shared/http/failure.js';
import { mediaTypes } from './shared/http/file-answer.js';
import { ImportController } from './shared/http/import.controller.js';
import { OperationsController } from './shared/http/operations.controller.js';
import { observeRequests } from './shared/http/observe-requests.js';
import { rememberRules } from './shared/http/remember-rules.js';
import { secureAnswers } from './shared/http/secure-answers.js';
import { serveApiDocs } from './shared/http/serve-api-docs.js';
import { serveApps } from './shared/http/serve-apps.js';
import { InfrastructureModule } from './shared/infrastructure/infrastructure.module.js';
import { settings } from './shared/infrastructure/settings.js';
import { isId, newId } from './shared/ids.js';

/** The whole system; `createApp` starts it with the defaults no route can escape. */
@Module({
  imports: [InfrastructureModule, IdentityModule, CatalogModule, PricingModule, OrdersModule],
  controllers: [OperationsController, ImportController],
  providers: [
    { provide: APP_GUARD, useClass: JwtGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: EnvelopeFilter },
    { provide: APP_INTERCEPTOR, useClass: EnvelopeInterceptor },
    {
      provide: APP_PIPE,
      useValue: new ValidationPipe({
        transform: true,
        whitelist: true,
        forbidNonWhitelisted: true,
        exceptionFactory: (errors) => new Failure(400, 'request.invalid', 'The request is not valid', fieldsOf(errors)),
      }),
    },
  ],
})
export class AppModule {}

/** The API process, not yet listening. */
export async function createApp(): Promise<NestFastifyApplication> {
  rememberRules();
  const adapter = new FastifyAdapter({
    bodyLimit: 1024 * 1024,
    // Whoever is in front says who is calling only when somebody is known to be there.
    trustProxy: (_address, hop) => hop < settings().TRUST_PROXY,
    genReqId: ({ headers }: { headers: NodeJS.Dict<string | string[]> }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && isId(given) ? given : newId();
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, { logger: jsonLogger() });
  await app.register(fastifyCookie);
  // Files are passed on as they arrive; whoever takes one bounds it.
  adapter
    .getInstance()
    .addContentTypeParser(Object.values(mediaTypes), (_request, payload, done) => done(null, payload));
  app.setGlobalPrefix('api/v1', {
    exclude: ['healthz', 'readyz', 'metrics', 'media/*'].map((path) => ({ path, method: RequestMethod.GET })),
  });
  secureAnswers(app);
  contextPerRequest(app);
  observeRequests(app);
  showCaughtMail(app);
  await serveApiDocs(app, async () => (await import('./openapi.js')).describeApi(app));
  await serveApps(app, brandPerRequest(app));
  return app;
}

/** The same system without HTTP, for the worker. */
export const createBackground = () => NestFactory.createApplicationContext(AppModule, { logger: jsonLogger() });

const levels = ['error', 'warn', 'log', 'debug'] as const;

function jsonLogger(): ConsoleLogger | false {
  const { LOG_LEVEL } = settings();
  if (LOG_LEVEL === 'silent') return false;
  const upTo = { error: 1, warn: 2, info: 3, debug: 4 }[LOG_LEVEL];
  return new ConsoleLogger({ json: true, colors: false, logLevels: levels.slice(0, upTo) });
}

const fieldsOf = (errors: ValidationError[], parent = ''): { path: string; message: string }[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => [
    ...Object.values(constraints).map((message) => ({ path: parent + property, message })),
    ...fieldsOf(children, `${parent}${property}.`),
  ]);
