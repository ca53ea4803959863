import { useRef, useState } from 'react';
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { ApiError } from '@tradeyard/api-client';
import { useRefusal } from '@tradeyard/app-kit';
import type { ListPage } from '../../shared/list/use-list';
import type { GridRow } from './cell';
import { beginDraft, dropChange, putChanges } from './draft-requests';
import { inverseOf, keyOf, requestsOf, withEdits, type CellEdit } from './edits';
import { draftsQuery, type GridPlace, type Revision } from './prices.queries';

const UNDOABLE = 100;

export interface PriceEdits {
  /** Shows the edits at once and saves them; what is refused steps back. */
  apply: (edits: readonly CellEdit[]) => void;
  undo: () => void;
  mayUndo: boolean;
  /** `at`: when the last edit was saved; null before the first. */
  saving: boolean;
  savedAt: number | null;
  /** Why the last edits stepped back, and which cells did. */
  problem: string;
  refused: ReadonlyMap<string, string>;
  /** Says what could not even be tried: a pasted cell that is no price. */
  report: (problem: string) => void;
}

/**
 * Edits of prices, saved one after the other into each table's draft, which the first edit begins. A cell shows its
 * edit at once and steps back with the reason when the API refuses it.
 */
export function usePriceEdits(place: GridPlace): PriceEdits {
  const client = useQueryClient();
  const refusal = useRefusal();
  const [waiting, setWaiting] = useState(0);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [problem, setProblem] = useState('');
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const [done, setDone] = useState<readonly (readonly CellEdit[])[]>([]);
  const queue = useRef(Promise.resolve());
  const { queryKey: draftsKey } = draftsQuery(place);

  const show = (edits: readonly CellEdit[]): void =>
    void client.setQueriesData<InfiniteData<ListPage<GridRow>>>(
      { queryKey: ['prices', 'grid'] },
      (grid) => grid && { ...grid, pages: grid.pages.map((page) => ({ ...page, data: withEdits(page.data, edits) })) },
    );
  const draftOf = async (tableId: string): Promise<Revision> => {
    const known = client.getQueryData<Revision[]>(draftsKey)?.find((draft) => draft.tableId === tableId);
    if (known) return known;
    const draft = await beginDraft(tableId);
    client.setQueryData<Revision[]>(draftsKey, (drafts) => [...(drafts ?? []), draft]);
    return draft;
  };
  const stepBack = (edits: readonly CellEdit[], reason: string): void => {
    show(edits.map(inverseOf));
    setProblem(reason);
    setRefused(new Map(edits.map(({ tableId, productId }) => [keyOf(tableId, productId), reason])));
    const gone = new Set(edits);
    setDone((batches) =>
      batches.map((batch) => batch.filter((edit) => !gone.has(edit))).filter(({ length }) => length),
    );
  };
  const saveTable = async (tableId: string, edits: readonly CellEdit[]): Promise<void> => {
    const { puts, drops } = requestsOf(edits);
    const unsaved = new Set(edits);
    try {
      const draft = await draftOf(tableId);
      if (puts.length > 0) {
        const refusedChanges = await putChanges(
          draft,
          puts.map(({ change }) => change),
        );
        for (const { edit } of puts) unsaved.delete(edit);
        const back = refusedChanges.flatMap(({ index }) => puts[index]?.edit ?? []);
        const [first] = refusedChanges;
        if (first) {
          const { code, message, details } = first.error;
          stepBack(back, refusal(new ApiError(422, code, message, details)));
        }
      }
      for (const edit of drops) {
        await dropChange(draft, edit);
        unsaved.delete(edit);
      }
    } catch (error) {
      stepBack([...unsaved], refusal(error));
      // The draft may be gone or no longer one.
      if (error instanceof ApiError && error.code.startsWith('revision.'))
        await client.invalidateQueries({ queryKey: ['prices'] });
    }
    const draft = client.getQueryData<Revision[]>(draftsKey)?.find((each) => each.tableId === tableId);
    if (draft) await client.invalidateQueries({ queryKey: ['prices', 'diff', draft.id] });
  };
  const save = async (edits: readonly CellEdit[]): Promise<void> => {
    for (const tableId of new Set(edits.map((edit) => edit.tableId))) {
      await saveTable(
        tableId,
        edits.filter((edit) => edit.tableId === tableId),
      );
    }
    setSavedAt(Date.now());
    setWaiting((count) => count - 1);
  };
  const enqueue = (edits: readonly CellEdit[]): void => {
    if (edits.length === 0) return;
    // An answer that is still on its way knows nothing of these edits.
    void client.cancelQueries({ queryKey: ['prices', 'grid'] });
    setProblem('');
    setRefused(new Map());
    show(edits);
    setWaiting((count) => count + 1);
    queue.current = queue.current.then(() => save(edits));
  };

  return {
    apply: (edits) => {
      enqueue(edits);
      if (edits.length > 0) setDone((batches) => [...batches.slice(-UNDOABLE + 1), edits]);
    },
    undo: () => {
      const last = done.at(-1);
      if (!last) return;
      setDone(done.slice(0, -1));
      enqueue(last.map(inverseOf));
    },
    mayUndo: done.length > 0,
    saving: waiting > 0,
    savedAt,
    problem,
    refused,
    report: setProblem,
  };
}
