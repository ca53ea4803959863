import { applyDecorators, Injectable, type PipeTransform } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Failure } from '../../shared/http/failure.js';
import { UnitPrice } from '../../shared/money.js';
import type { CatalogueQuery } from '../application/browse-catalogue.js';
import { CatalogueParams } from './catalogue.dto.js';

/** What a catalogue request asks for, and where it is to be delivered. */
export interface CatalogueRequest {
  readonly query: CatalogueQuery;
  readonly stateCode: string | undefined;
}

interface Problem {
  readonly path: string;
  readonly message: string;
}

const prefix = 'attr.';
const mostAttributes = 20;
const mostValues = 50;
const longest = 200;
// What PostgreSQL can hold as text.
const storable = new RegExp(`^[^\\0\\p{Cs}]{1,${longest}}$`, 'u');

/**
 * Reads the catalogue's query string: the known parameters as `CatalogueParams` says, and `attr.<name>=<value>` for as
 * many attributes as one can reasonably filter by. Anything else is refused like an unknown field everywhere.
 */
@Injectable()
export class CatalogueQueryPipe implements PipeTransform<Record<string, unknown>, CatalogueRequest> {
  transform(raw: Record<string, unknown>): CatalogueRequest {
    const problems: Problem[] = [];
    const attributes = attributesOf(raw, problems);
    const known = Object.fromEntries(Object.entries(raw).filter(([key]) => !key.startsWith(prefix)));
    if (typeof known['brand'] === 'string') known['brand'] = [known['brand']];
    const params = plainToInstance(CatalogueParams, known);
    const errors = validateSync(params, { whitelist: true, forbidNonWhitelisted: true });
    for (const { property, constraints = {} } of errors) {
      problems.push(...Object.values(constraints).map((message) => ({ path: property, message })));
    }
    if (problems.length > 0) throw new Failure(400, 'request.invalid', 'The request is not valid', problems);

    const { search, category, brand, inStock, priceMin, priceMax, sort, stateCode, page, pageSize } = params;
    return {
      stateCode,
      query: {
        sort,
        page,
        pageSize,
        ...(search && { search }),
        ...(category && { category }),
        ...(brand?.length && { brand }),
        ...(inStock !== undefined && { inStock }),
        ...(Object.keys(attributes).length > 0 && { attributes }),
        ...(priceMin !== undefined && { priceMin: UnitPrice.stored(priceMin) }),
        ...(priceMax !== undefined && { priceMax: UnitPrice.stored(priceMax) }),
      },
    };
  }
}

function attributesOf(raw: Record<string, unknown>, problems: Problem[]): Record<string, string[]> {
  const given = Object.entries(raw).filter(([key]) => key.startsWith(prefix));
  if (given.length > mostAttributes) {
    problems.push({ path: 'attr', message: `at most ${mostAttributes} attributes can be asked for` });
    return {};
  }
  const attributes: [string, string[]][] = [];
  for (const [path, value] of given) {
    const name = path.slice(prefix.length);
    const values = (Array.isArray(value) ? value : [value]) as unknown[];
    const fits = (text: unknown): text is string => typeof text === 'string' && storable.test(text);
    if (fits(name) && values.length <= mostValues && values.every(fits)) attributes.push([name, values]);
    else problems.push({ path, message: `an attribute has up to ${mostValues} values of 1 to ${longest} characters` });
  }
  return Object.fromEntries(attributes);
}

const text = { type: 'string' } as const;

/** Describes the catalogue's query string, which no class can: attributes have names of their own. */
export const ApiCatalogueQuery = () =>
  applyDecorators(
    ...['search', 'category', 'priceMin', 'priceMax', 'stateCode'].map((name) =>
      ApiQuery({ name, required: false, schema: text }),
    ),
    ApiQuery({ name: 'brand', required: false, schema: { type: 'array', items: text }, explode: true }),
    ApiQuery({ name: 'inStock', required: false, schema: { type: 'boolean' } }),
    ApiQuery({
      name: 'sort',
      required: false,
      schema: {
        ...text,
        enum: ['relevance', 'name', '-name', 'price', '-price', 'sku', '-sku', 'newest'],
        default: 'relevance',
      },
    }),
    ApiQuery({
      name: 'attr',
      required: false,
      description: 'Sent as attr.<name>=<value>, each as often as wanted',
      style: 'form',
      explode: true,
      schema: { type: 'object', additionalProperties: text },
    }),
    ApiQuery({ name: 'page', required: false, schema: { type: 'integer', minimum: 1, maximum: 100_000, default: 1 } }),
    ApiQuery({ name: 'pageSize', required: false, schema: { type: 'integer', minimum: 1, maximum: 200, default: 24 } }),
  );
