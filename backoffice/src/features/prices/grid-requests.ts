import { ApiError, type components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { noonOf } from '../../shared/explain/ask';
import type { GridRow, Pending } from './cell';
import type { Held, Outcome, Theirs } from './edit-queue';
import type { GridFacets, Revision } from './prices.queries';
import type { RowPage } from './row-cache';
import type { PriceView } from './use-place';

type ChangeBody = components['schemas']['ChangeBody'];
type ChangeError = components['schemas']['ChangeErrorView'];

/** Which part of the grid is asked for; drafts are no part of it, what they say comes along. */
export interface GridQuestion extends Pick<
  PriceView,
  'search' | 'category' | 'brands' | 'companies' | 'tab' | 'date' | 'by'
> {
  /** Ids of the tables, when they are not the national ones with all states. */
  tables: readonly string[] | null;
}

const nothing = { rows: [], total: 0, facets: undefined };

/** One page of the grid. */
export async function readGridPage(
  { tables, search, category, brands, companies, tab, date, by }: GridQuestion,
  drafts: readonly string[],
  { page, pageSize }: { page: number; pageSize: number },
  signal: AbortSignal,
): Promise<RowPage<GridRow, GridFacets>> {
  if (tab === 'changed' && drafts.length === 0) return nothing;
  const { data, meta } = await api.answer(
    api.http.GET('/api/v1/backoffice/price-grid', {
      params: {
        query: {
          ...(search && { search }),
          ...(category && { category }),
          ...(brands.length > 0 && { brand: brands }),
          ...(tables && { tables: [...tables] }),
          ...(companies.length > 0 && { companies }),
          ...(date ? { at: noonOf(date) } : drafts.length > 0 && { changed: [...drafts] }),
          ...(tab !== 'all' && { only: tab === 'changed' ? ('changed' as const) : ('override' as const) }),
          sort: by,
          page,
          pageSize,
        },
      },
      signal,
    }),
  );
  return { rows: data, total: meta.page?.total ?? data.length, facets: meta.facets as GridFacets };
}

/** Where the same part of the grid is had as a file: of what is live, or with what the drafts would make of it. */
export function gridExport(
  { tables, search, category, brands, companies, tab, date, by }: GridQuestion,
  drafts: readonly string[],
  { pending }: { pending: boolean },
): string {
  const query = new URLSearchParams({
    ...(search && { search }),
    ...(category && { category }),
    ...(tables && { tables: tables.join() }),
    ...(companies.length > 0 && { companies: companies.join() }),
    ...(date ? { at: noonOf(date) } : (pending || tab === 'changed') && { changed: drafts.join() }),
    ...(pending && { pending: 'true' }),
    ...(tab !== 'all' && { only: tab === 'changed' ? 'changed' : 'override' }),
    sort: by,
  });
  for (const brand of brands) query.append('brand', brand);
  return `/api/v1/backoffice/price-grid/export?${query.toString()}`;
}

/** Writes a batch of edits into a draft; says of each what the draft holds now or why it was not taken. */
export async function putEdits(
  { tableId, id: revisionId }: Pick<Revision, 'tableId' | 'id'>,
  held: readonly Held[],
  locale: 'en' | 'pt-BR',
): Promise<{ outcomes: Outcome[]; version: number }> {
  const { refused, read, revision } = await api.data(
    api.http.PUT('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/changes', {
      params: { path: { id: tableId, revisionId } },
      body: { changes: held.map(changeOf), locale },
    }),
  );
  const refusals = new Map(refused.map(({ index, error }) => [index, error]));
  const readAs = new Map((read ?? []).map(({ index, unitPrice }) => [index, unitPrice]));
  const outcomes = held.map(({ edit }, index): Outcome => {
    const error = refusals.get(index);
    if (error) return { refused: error, ...(error.code === 'price.changed_by_other' && { theirs: theirsOf(error) }) };
    const price = readAs.get(index) ?? edit.after?.unitPrice ?? null;
    const kept: Pending | null = edit.after && {
      ...edit.after,
      revisionId,
      unitPrice: edit.after.action === 'set' ? price : null,
    };
    return { kept };
  });
  return { outcomes, version: revision.version };
}

function changeOf({ edit, expects }: Held): ChangeBody {
  const { productId, unit, minQuantity, after, text } = edit;
  const key = { productId, unit, minQuantity, expects };
  if (!after) return { ...key, action: 'drop' };
  if (after.action === 'remove') return { ...key, action: 'remove' };
  return text === null && after.unitPrice !== null
    ? { ...key, action: 'set', unitPrice: after.unitPrice }
    : { ...key, action: 'set', unitPriceText: text ?? '' };
}

function theirsOf({ details }: ChangeError): Theirs {
  const { by, at, unitPrice } = (details ?? {}) as {
    by?: { name: string } | null;
    at?: string | null;
    unitPrice?: string | null;
  };
  return { by: by?.name ?? null, at: at ?? null, price: unitPrice ?? null };
}

/** Begins a draft of a table. */
export const beginDraft = (tableId: string): Promise<Revision> =>
  api.data(
    api.http.POST('/api/v1/backoffice/price-tables/{id}/revisions', { params: { path: { id: tableId } }, body: {} }),
  );

/** Whether the same request may go right later: no line, a server that is down or busy, or a session to renew. */
export const mayGoRightLater = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.status === 0 || error.status >= 500 || [401, 408, 429].includes(error.status);
