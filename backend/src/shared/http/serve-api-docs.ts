import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const files = ['swagger-ui.css', 'swagger-ui-bundle.js'];
const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tradeyard API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="docs"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;
const start = "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null });";
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'";

/** The API's description: as a document at `/api/openapi.json`, to read and try at `/api/docs`; loads nothing from elsewhere. */
export async function serveApiDocs(app: NestFastifyApplication, describe: () => Promise<object>): Promise<void> {
  const instance = app.getHttpAdapter().getInstance();
  let document: Promise<object> | undefined;
  instance.get('/api/openapi.json', async () => (document ??= describe()));
  instance.get('/api/docs', (_request, reply) =>
    reply.header('content-type', 'text/html; charset=utf-8').header('content-security-policy', policy).send(page),
  );
  instance.get('/api/docs/start.js', (_request, reply) => reply.header('content-type', 'text/javascript').send(start));

  const swagger = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger'));
  await app.register(fastifyStatic, {
    root: dirname(swagger.resolve('swagger-ui-dist/package.json')),
    prefix: '/api/docs/',
    serve: false,
  });
  for (const file of files) instance.get(`/api/docs/${file}`, (_request, reply) => reply.sendFile(file));
}
