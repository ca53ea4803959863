import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import metadata from './openapi.metadata.js';
import { FACETS } from './shared/http/facets.js';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;
type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

const object = (properties: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  additionalProperties: false,
  properties: { ...properties, ...optional },
});
const nothing: Schema = { type: 'null' };
const count: Schema = { type: 'integer', minimum: 0 };
const requestId: Schema = { type: 'string', format: 'uuid' };
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Schema) => ({ 'application/json': { schema } });

const shared: Record<string, Schema> = {
  Page: object({ number: count, size: count, total: count }),
  Failure: object({
    data: nothing,
    meta: object({ requestId }),
    error: object(
      { code: { type: 'string' }, message: { type: 'string' } },
      {
        details: {
          oneOf: [
            { type: 'array', items: object({ path: { type: 'string' }, message: { type: 'string' } }) },
            { type: 'object', additionalProperties: true },
          ],
        },
      },
    ),
  }),
};

/** The API as OpenAPI 3.1, with every answer inside the envelope it really travels in. */
export async function describeApi(app: NestFastifyApplication): Promise<OpenAPIObject> {
  await SwaggerModule.loadPluginMetadata(metadata);
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Tradeyard')
    .setDescription('B2B commerce for distributors of construction materials')
    .setVersion('1')
    .addBearerAuth()
    .addSecurityRequirements('bearer');
  const document = SwaggerModule.createDocument(app, config.build(), {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  const { PlainAnswer: _plain, ...schemas } = document.components?.schemas ?? {};
  document.components = { ...document.components, schemas: { ...schemas, ...shared } };
  Object.values(document.paths).flatMap(operationsOf).forEach(completeOperation);
  return document;
}

function completeOperation(operation: Operation): void {
  for (const parameter of operation.parameters ?? []) {
    if ('schema' in parameter && parameter.schema && 'default' in parameter.schema) parameter.required = false;
  }
  for (const response of Object.values(operation.responses)) {
    if (!response || '$ref' in response) continue;
    const data = response.content?.['application/json']?.schema;
    if (isPlain(data)) response.content = { '*/*': { schema: { type: 'string', format: 'binary' } } };
    else response.content = json(object({ data: data ?? nothing, meta: metaOf(operation, data), error: nothing }));
  }
  operation.responses.default = { description: 'Refused', content: json(reference('Failure')) };
  delete (operation as Partial<Record<typeof FACETS, string>>)[FACETS];
}

const isPlain = (data: Schema | undefined): boolean =>
  data !== undefined && '$ref' in data && data.$ref === reference('PlainAnswer').$ref;

/** A list that takes a page number answers with its page, and with facets when its route names their shape. */
function metaOf(operation: Operation, data: Schema | undefined): Schema {
  const isList = data && 'type' in data && data.type === 'array';
  const takesPage = operation.parameters?.some((parameter) => 'name' in parameter && parameter.name === 'page');
  if (!isList || !takesPage) return object({ requestId });
  const facets = (operation as Partial<Record<typeof FACETS, string>>)[FACETS];
  return object({ requestId, page: reference('Page'), ...(facets ? { facets: reference(facets) } : {}) });
}

const operationsOf = ({ get, post, put, patch, delete: remove }: PathItem): Operation[] =>
  [get, post, put, patch, remove].filter((operation) => operation !== undefined);
