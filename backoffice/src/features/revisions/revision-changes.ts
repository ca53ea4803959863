import type { components } from '@tradeyard/api-client';
import { api } from '../../shared/api';
import { keyOf, type FormulaAnswer, type FormulaBody, type PriceKey, type RevisionPlace } from './revision-views';

export type Change = components['schemas']['ChangeBody'];
export type RefusedChange = components['schemas']['RefusedChangeView'];
export type PriceLocale = 'en' | 'pt-BR';

/** As many as the API takes at once. */
const MOST = 5_000;

const at = ({ tableId, id }: RevisionPlace) => ({ path: { id: tableId, revisionId: id } });

/** Writes changes into a revision; answers which were refused, by their place in the list. */
export async function putChanges(
  revision: RevisionPlace,
  changes: readonly Change[],
  locale?: PriceLocale,
): Promise<{ accepted: number; refused: RefusedChange[] }> {
  const refused: RefusedChange[] = [];
  let accepted = 0;
  for (let from = 0; from < changes.length; from += MOST) {
    const answer = await api.data(
      api.http.PUT('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/changes', {
        params: at(revision),
        body: { changes: changes.slice(from, from + MOST), ...(locale && { locale }) },
      }),
    );
    accepted += answer.accepted;
    refused.push(...answer.refused.map((each) => ({ ...each, index: each.index + from })));
  }
  return { accepted, refused };
}

/** Takes lines out of a revision, at once; one whose unit the product no longer has goes by itself. */
export async function dropLines(revision: RevisionPlace, lines: readonly PriceKey[]): Promise<void> {
  const drops = lines.map((line) => ({ ...keyOf(line), action: 'drop' as const }));
  const { refused } = await putChanges(revision, drops);
  for (const { index } of refused) {
    const line = lines[index];
    if (!line) continue;
    await api.data(
      api.http.DELETE('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/changes', {
        params: { ...at(revision), query: keyOf(line) },
      }),
    );
  }
}

/** Decides conflicts, all of them or those of some lines; answers how many. */
export async function resolveConflicts(
  revision: RevisionPlace,
  take: 'mine' | 'live',
  lines?: readonly PriceKey[],
): Promise<number> {
  const { resolved } = await api.data(
    api.http.POST('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/conflicts/resolve', {
      params: at(revision),
      body: { take, ...(lines && { lines: lines.map(keyOf) }) },
    }),
  );
  return resolved;
}

/** Applies a formula, or says what it would do. */
export const applyFormula = (revision: RevisionPlace, body: FormulaBody): Promise<FormulaAnswer> =>
  api.data(
    api.http.POST('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}/formula', {
      params: at(revision),
      body,
    }),
  );
