import { useEffect, useMemo, useReducer, useRef, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTenant } from '@tradeyard/app-kit';
import { useSession } from '../../shared/session';
import type { GridRow } from './cell';
import { draftEditsOf } from './draft-edits';
import type { EditQueue, Held } from './edit-queue';
import { again, editOf, inverseOf, NEW_DRAFT, withLights, withPending, type CellEdit, type Wanted } from './edits';
import { UndoStack } from './undo-stack';
import { draftsChanged } from './prices.queries';
import type { ChosenDrafts } from './use-drafts';
import type { GridRows } from './use-rows';

export interface PriceEdits {
  queue: EditQueue;
  /** A row as this person's edits make it, whether they are saved or not. */
  shown: (row: GridRow) => GridRow;
  heldOf: (productId: string) => ReadonlyMap<string, Held>;
  /** The edit that makes a cell what is wanted; null when it is so. */
  edit: (row: GridRow, tableId: string, wanted: Wanted) => CellEdit | null;
  /** Shows edits at once and saves them; one step to undo. */
  apply: (edits: readonly CellEdit[]) => void;
  /** Takes the last step back, or does it again; answers what changes by that. */
  undo: () => readonly CellEdit[];
  redo: () => readonly CellEdit[];
  mayUndo: boolean;
  mayRedo: boolean;
}

/** Rows as held edits make them: the same object until an edit or the row is another. */
const overlay = new WeakMap<GridRow, { held: ReadonlyMap<string, Held>; row: GridRow }>();

/** What this person does to prices, on top of the rows that were read, step by step to undo and do again. */
export function usePriceEdits(rows: GridRows, { chosen, list }: Pick<ChosenDrafts, 'chosen' | 'list'>): PriceEdits {
  const client = useQueryClient();
  const { locale } = useTenant();
  const { user } = useSession();
  const edits = draftEditsOf(user?.id ?? '', locale.startsWith('pt') ? 'pt-BR' : 'en');
  const { queue, versions } = edits;
  useSyncExternalStore(queue.subscribe, queue.snapshot);
  const stack = useMemo(() => new UndoStack<readonly CellEdit[]>(), []);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const latest = useRef({ rows, chosen });
  useEffect(() => {
    latest.current = { rows, chosen };
  });

  useEffect(
    () =>
      queue.onSettled((settled, refused) => {
        const { rows: now, chosen: drafts } = latest.current;
        const kept = new Map(settled.map(({ edit, pending }) => [edit.id, pending]));
        const gone = new Set(refused.map(({ id }) => id));
        stack.rewrite((step) => {
          const left = step
            .filter(({ id }) => !gone.has(id))
            .map((edit) => (kept.has(edit.id) ? { ...edit, after: kept.get(edit.id) ?? null } : edit));
          return left.length > 0 ? left : null;
        });
        const cells = new Map<string, Map<string, CellEdit['after']>>();
        for (const { edit, pending } of settled) {
          const shown = drafts.get(edit.tableId)?.id;
          if (shown && edit.draftId !== NEW_DRAFT && shown !== edit.draftId) continue;
          const ofProduct = cells.get(edit.productId) ?? new Map<string, CellEdit['after']>();
          cells.set(edit.productId, ofProduct.set(edit.tableId, pending));
        }
        now.write((row) => {
          const pending = cells.get(row.productId);
          return pending ? withPending(row, pending) : row;
        });
        redraw();
        if (queue.saving) return;
        void draftsChanged(client);
        now.freshen(withLights);
      }),
    [queue, stack, client],
  );
  useEffect(() => edits.onStrange(() => latest.current.rows.refresh()), [edits]);

  // Somebody else wrote into a draft that is shown, or it went live.
  const stands = list.map(({ id, version }) => `${id}:${version}`).join();
  useEffect(() => {
    const strange = list.filter(({ id, version }) => versions.has(id) && (versions.get(id) ?? 0) < version);
    for (const { id, version } of list) versions.set(id, Math.max(version, versions.get(id) ?? 0));
    if (strange.length > 0) {
      rows.refresh();
      void draftsChanged(client);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stands]);

  const ids = list.map(({ id }) => id);
  const known = useRef<readonly string[]>(ids);
  useEffect(() => {
    if (known.current.some((id) => !ids.includes(id))) {
      stack.clear();
      redraw();
    }
    known.current = ids;
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ids.join()]);

  const shown = (row: GridRow): GridRow => {
    const held = queue.of(row.productId);
    if (held.size === 0) return row;
    const before = overlay.get(row);
    if (before?.held === held) return before.row;
    const pending = new Map([...held].map(([tableId, { edit, next }]) => [tableId, (next ?? edit).after]));
    const made = withPending(row, pending);
    overlay.set(row, { held, row: made });
    return made;
  };
  return {
    queue,
    shown,
    heldOf: (productId) => queue.of(productId),
    edit: (row, tableId, wanted) => editOf(row, tableId, wanted, chosen.get(tableId)?.id ?? NEW_DRAFT),
    apply: (done) => {
      if (done.length === 0) return;
      stack.push(done);
      queue.apply(done);
    },
    undo: () => {
      const step = stack.undo()?.map(inverseOf) ?? [];
      queue.apply(step);
      redraw();
      return step;
    },
    redo: () => {
      const step = stack.redo()?.map(again) ?? [];
      queue.apply(step);
      redraw();
      return step;
    },
    mayUndo: stack.mayUndo,
    mayRedo: stack.mayRedo,
  };
}
