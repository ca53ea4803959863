import type { OpenAPIObject } from '@nestjs/swagger';
import { bodies, headersOf, pathValues, queryValues, saysNothing } from './questions.js';
import type { Named } from './furnished-shop.js';

/** One request, and everything in it that belongs to the other tenant. */
export interface Call {
  readonly route: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly headers: Record<string, string>;
  readonly said: readonly string[];
}

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  format?: string;
}

interface Operation {
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
}

/** Names of fields that say which thing is meant, whatever their format. */
const pointing = /Ids?$|^(id|ids|sku|branch|key|token|email|roles|tradeCode|taxId|category|table|tables|slug)$/;

/** The calls that ask a route for another tenant's things in every way it can be asked, or what is missing to do so. */
export function callsOf(document: OpenAPIObject, own: Named, theirs: Named): { calls: Call[]; uncovered: string[] } {
  const calls: Call[] = [];
  const uncovered: string[] = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item as Record<string, Operation>)) {
      const route = `${method.toUpperCase()} ${path}`;
      try {
        calls.push(...callsOfRoute(document, route, operation, own, theirs));
      } catch (missing) {
        uncovered.push(`${route}: ${(missing as Error).message}`);
      }
    }
  }
  return { calls, uncovered };
}

function callsOfRoute(document: OpenAPIObject, route: string, operation: Operation, own: Named, theirs: Named): Call[] {
  const [method = '', path = ''] = route.split(' ');
  const places = [...path.matchAll(/\/([^/{]+)\/\{(\w+)\}/g)].map(([, segment, name]) => `${segment}/{${name}}`);
  if (places.length !== path.split('{').length - 1) throw new Error('its path is not understood');
  const valuesOf = (place: string, named: Named): string[] => {
    const values = (pathValues[route] ?? pathValues[place])?.(named);
    if (!values?.every(Boolean) || values.length === 0) throw new Error(`nothing to say for ${place}`);
    return values;
  };
  const queries = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const asking = queries.filter(({ name }) => !saysNothing.has(name));
  const wordsOf = (name: string, named: Named): string[] => {
    const values = queryValues[name]?.(named);
    if (!values?.every(Boolean)) throw new Error(`nothing to say for ?${name}`);
    return values;
  };
  const queryOf = (name: string, value: string): string => `${name}=${encodeURIComponent(value)}`;
  const bodyOf = bodies[route];
  const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  if (schema && !bodyOf) throw new Error('no body to send');
  const [ownBody, theirBody] = [bodyOf?.(own), bodyOf?.(theirs)];
  const leaves = differences(ownBody, theirBody);
  const silent = schema
    ? pointers(document, schema).filter((field) => !leaves.some((leaf) => nameOf(leaf) === field))
    : [];
  if (silent.length > 0) throw new Error(`nothing to say for ${silent.join(', ')} of the body`);

  const pathWith = (value: (place: string, index: number) => string): string =>
    places.reduce((text, place, index) => {
      const [segment = ''] = place.split('/');
      return text.replace(place, `${segment}/${encodeURIComponent(value(place, index))}`);
    }, path);
  const first = (place: string, named: Named): string => valuesOf(place, named)[0] ?? '';
  const required = asking.filter((parameter) => parameter.required).map(({ name }) => name);
  const ownQuery = (except?: string) =>
    required.filter((name) => name !== except).map((name) => queryOf(name, wordsOf(name, own)[0] ?? ''));
  const theirQuery = required.map((name) => [name, wordsOf(name, theirs)[0] ?? ''] as const);
  const call = (more: Partial<Call>, said: readonly unknown[]): Call => ({
    route,
    method,
    path: pathWith((place) => first(place, own)),
    query: ownQuery().join('&'),
    body: ownBody,
    headers: {},
    said: said.flatMap(texts),
    ...more,
  });

  const ofPlaces = places.flatMap((place, index) =>
    valuesOf(place, theirs).map((value) =>
      call({ path: pathWith((other, at) => (at === index ? value : first(other, own))) }, [value]),
    ),
  );
  const ofQueries = asking.flatMap(({ name }) =>
    wordsOf(name, theirs).map((word) => call({ query: [queryOf(name, word), ...ownQuery(name)].join('&') }, [word])),
  );
  const ofLeaves = leaves.map((leaf) => call({ body: withLeaf(ownBody, theirBody, leaf) }, [at(theirBody, leaf)]));
  const all = call(
    {
      path: pathWith((place) => first(place, theirs)),
      query: theirQuery.map(([name, word]) => queryOf(name, word)).join('&'),
      body: theirBody,
      headers: headersOf[route]?.(theirs) ?? {},
    },
    [...places.map((place) => first(place, theirs)), theirQuery.map(([, word]) => word), theirBody],
  );
  return [all, ...ofPlaces, ...ofQueries, ...ofLeaves];
}

type Path = readonly (string | number)[];

const nameOf = (path: Path): string => String(path.filter((step) => typeof step === 'string').at(-1) ?? '');

/** Where two bodies made alike say different things. */
function differences(own: unknown, theirs: unknown, path: Path = []): Path[] {
  if (typeof own === 'object' && own !== null && typeof theirs === 'object' && theirs !== null) {
    const entries = Array.isArray(own) ? [...own.entries()] : Object.entries(own);
    return entries.flatMap(([key, value]) =>
      differences(value, (theirs as Record<string, unknown>)[key], [...path, key]),
    );
  }
  return own === theirs ? [] : [path];
}

const at = (body: unknown, path: Path): unknown =>
  path.reduce((value, key) => (value as Record<string | number, unknown>)[key], body);

function withLeaf(own: unknown, theirs: unknown, path: Path): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return theirs;
  const copy = (Array.isArray(own) ? [...(own as unknown[])] : { ...(own as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = withLeaf(copy[key], (theirs as Record<string | number, unknown>)[key], rest);
  return copy;
}

/** The fields of a body, at any depth, that say which thing is meant. */
function pointers(document: OpenAPIObject, schema: Schema, seen = new Set<string>()): string[] {
  if (schema.$ref) {
    if (seen.has(schema.$ref)) return [];
    seen.add(schema.$ref);
    const named = document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''];
    return named ? pointers(document, named, seen) : [];
  }
  const inner = [schema.items, ...(schema.allOf ?? [])].flatMap((one) => (one ? pointers(document, one, seen) : []));
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    pointing.test(name) || field.format === 'uuid' ? [name] : pointers(document, field, seen),
  );
  return [...inner, ...own];
}

/** Every text in a value. */
const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(texts)
      : [];
