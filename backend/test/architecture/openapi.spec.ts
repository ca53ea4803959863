import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createApp } from '../../src/app.js';
import { describeApi } from '../../src/openapi.js';

let app: NestFastifyApplication;
let document: OpenAPIObject;

beforeAll(async () => {
  app = await createApp();
  document = await describeApi(app);
});
afterAll(() => app.close());

type Operations = Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>;

const answers = (paths: object): [where: string, schema: object][] =>
  Object.entries(paths as Record<string, Operations>).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { responses }]) =>
      Object.entries(responses)
        .filter(([status]) => status !== 'default')
        .flatMap(([, { content = {} }]) =>
          Object.values(content).map(({ schema }): [string, object] => [`${method.toUpperCase()} ${path}`, schema]),
        ),
    ),
  );

/** Answers whose data is described as nothing at all, or as an object of unknown fields. */
const vague = (paths: object): string[] =>
  answers(paths)
    .filter(([, schema]) => {
      const { data } = (schema as { properties?: { data?: Record<string, unknown> } }).properties ?? {};
      const item = data?.type === 'array' ? (data.items as Record<string, unknown>) : data;
      return item?.type === 'object' && !item.properties && !item.additionalProperties;
    })
    .map(([where]) => where);

it('describes the data of every answer by a class with fields', () => {
  expect(vague(document.paths)).toEqual([]);
});

it('would notice one that says nothing', () => {
  const schema = { type: 'object', properties: { data: { type: 'object' } } };
  const paths = { '/x': { get: { responses: { 200: { content: { 'application/json': { schema } } } } } } };
  expect(vague(paths)).toEqual(['GET /x']);
});

it('names every schema once: two classes of one name would hide each other', () => {
  const text = JSON.stringify(document);
  const named = new Set([...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? ''));
  expect([...named].filter((name) => !document.components?.schemas?.[name])).toEqual([]);
});

it('keeps parameters with a default optional, and says what page of a list travels beside it', () => {
  const list = document.paths['/api/v1/backoffice/imports']?.get;
  expect(list?.parameters).toMatchObject([
    { name: 'page', required: false, schema: { minimum: 1, default: 1 } },
    { name: 'pageSize', required: false, schema: { maximum: 200, default: 24 } },
  ]);
  const [, schema] = answers({ list: { get: list } })[0] ?? [];
  expect(schema).toMatchObject({
    properties: { meta: { properties: { page: { $ref: '#/components/schemas/Page' } } } },
  });
});
