import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { readAmount } from '../../shared/form/read-amount';
import { cellOf, lookOf, samePrice, type GridColumn, type GridRow } from './cell';
import { fill, readBlock, writeBlock } from './clipboard';
import type { CellEdit, Wanted } from './edits';
import { blockOf, type Block, type GridState } from './selection';
import type { PriceEdits } from './use-price-edits';
import type { ShownRows } from './use-outline';

/** More rows than this are the work of a formula or a file. */
const MOST_ROWS = 5_000;

export interface GridActions {
  /** The price in a cell as one types it. */
  textOf: (row: GridRow, column: GridColumn) => string;
  typed: (text: string, row: number, column: number) => void;
  /** Takes own prices away: of the selected cells, or of others. */
  inherit: (over?: Block) => void;
  fillDown: () => void;
  fillRight: () => void;
  /** Lays the selected block over another that holds it, as the fill handle does. */
  fillTo: (target: Block) => void;
  /** The block as text; a promise of it while rows have to be read first; null when it is too much. */
  copy: () => string | Promise<string> | null;
  paste: (text: string) => void;
  /** Why something could not even be tried; empty when it could. */
  problem: string;
  /** Rows are being read that an action needs. */
  busy: boolean;
}

/** What can be done with the selected cells; every action is one step to undo. */
export function useGridActions({
  rows,
  columns,
  state,
  edits,
}: {
  rows: ShownRows;
  columns: readonly GridColumn[];
  state: GridState;
  edits: Pick<PriceEdits, 'edit' | 'shown' | 'apply' | 'heldOf'>;
}): GridActions {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormats();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const block = blockOf(state);
  const rowAt = (index: number): GridRow | undefined => {
    const row = rows.row(index);
    return row && edits.shown(row);
  };
  const height = block.bottom - block.top + 1;

  const asWritten = (text: string): Wanted => ({ price: readAmount(text, decimalSeparator), text });
  const editIn = (row: GridRow | undefined, column: number, wanted: Wanted): CellEdit[] => {
    const table = columns[column];
    const edit = row && table && edits.edit(row, table.tableId, wanted);
    return edit ? [edit] : [];
  };
  /** Does something with rows: at once when they were read, else as soon as they are. */
  const withRows = (top: number, bottom: number, act: (at: (index: number) => GridRow | undefined) => void): void => {
    setProblem('');
    if (bottom - top >= MOST_ROWS) return setProblem(t('prices.tooMany', { count: MOST_ROWS }));
    let missing = false;
    for (let index = top; index <= bottom && !missing; index += 1) missing = rows.row(index) === undefined;
    if (!missing) return act(rowAt);
    setBusy(true);
    void rows.ensure(top, bottom).then((read) => {
      setBusy(false);
      act((index) => {
        const row = read[index - top];
        return row && edits.shown(row);
      });
    });
  };
  /** What a cell has of its own once drafts are published. */
  const ownOf = (row: GridRow | undefined, column: number): Wanted => {
    const cell = row && cellOf(row, columns[column]?.tableId ?? '');
    const price = cell?.pending ? cell.pending.unitPrice : (cell?.unitPrice ?? null);
    return price === null ? { inherit: true } : { price };
  };
  const lay = (from: Block, over: Block): void =>
    withRows(Math.min(from.top, over.top), Math.min(over.bottom, rows.total - 1), (readAt) => {
      const found: CellEdit[] = [];
      for (let row = over.top; row <= over.bottom; row += 1)
        for (let column = over.left; column <= over.right; column += 1) {
          const source = {
            row: from.top + ((row - from.top) % (from.bottom - from.top + 1)),
            column: from.left + ((column - from.left) % (from.right - from.left + 1)),
          };
          if (source.row === row && source.column === column) continue;
          found.push(...editIn(readAt(row), column, ownOf(readAt(source.row), source.column)));
        }
      edits.apply(found);
    });
  const inheritsAlready = (row: GridRow, column: GridColumn, wanted: string | null): boolean => {
    const { kind, price } = lookOf(row, column, columns);
    return wanted !== null && (kind === 'inherited' || kind === 'inheritsPending') && samePrice(price, wanted);
  };
  const textIn = (row: GridRow, column: GridColumn): string | null => {
    const { price } = lookOf(row, column, columns);
    return price === null ? null : short(price);
  };
  const blockText = (copied: readonly (GridRow | undefined)[]): string =>
    writeBlock(
      copied.map((row) =>
        columns.slice(block.left, block.right + 1).map((column) => (row ? textIn(row, column) : null)),
      ),
      decimalSeparator,
    );

  return {
    problem,
    busy,
    textOf: (row, column) => {
      const held = edits.heldOf(row.productId).get(column.tableId);
      if (held?.edit.text && held.state === 'refused') return held.edit.text;
      const { kind, price } = lookOf(row, column, columns);
      return kind === 'own' || kind === 'pending' ? short(price ?? '').replace('.', decimalSeparator) : '';
    },
    typed: (text, row, column) => {
      setProblem('');
      if (text.trim() !== '') edits.apply(editIn(rowAt(row), column, asWritten(text)));
    },
    inherit: (over = block) =>
      withRows(over.top, over.bottom, (readAt) => {
        const found: CellEdit[] = [];
        for (let row = over.top; row <= over.bottom; row += 1)
          for (let column = over.left; column <= over.right; column += 1)
            found.push(...editIn(readAt(row), column, { inherit: true }));
        edits.apply(found);
      }),
    fillDown: () => height > 1 && lay({ ...block, bottom: block.top }, block),
    fillRight: () => block.right > block.left && lay({ ...block, right: block.left }, block),
    fillTo: (target) => lay(block, target),
    copy: () => {
      if (height > MOST_ROWS) {
        setProblem(t('prices.tooMany', { count: MOST_ROWS }));
        return null;
      }
      const copied = Array.from({ length: height }, (_, index) => rowAt(block.top + index));
      if (copied.every(Boolean)) return blockText(copied);
      return rows.ensure(block.top, block.bottom).then((read) => blockText(read.map(edits.shown)));
    },
    paste: (text) => {
      const pasted = fill(readBlock(text), { rows: height, columns: block.right - block.left + 1 });
      const bottom = Math.min(block.top + pasted.rows, rows.total) - 1;
      withRows(block.top, bottom, (readAt) => {
        const found: CellEdit[] = [];
        for (let down = 0; block.top + down <= bottom; down += 1)
          for (let across = 0; across < pasted.columns; across += 1) {
            const cell = pasted.at(down, across);
            if (cell === null) continue;
            const [row, column] = [readAt(block.top + down), columns[block.left + across]];
            const wanted: Wanted = cell.trim() === '' ? { inherit: true } : asWritten(cell);
            // A block that was copied out and comes back makes nobody's inherited price their own.
            if ('price' in wanted && row && column && inheritsAlready(row, column, wanted.price)) continue;
            found.push(...editIn(row, block.left + across, wanted));
          }
        edits.apply(found);
      });
    },
  };
}

/** A price without the zeros that only fill it up beyond two decimals. */
const short = (price: string): string => price.replace(/(\.\d\d)0{1,2}$/, '$1');
