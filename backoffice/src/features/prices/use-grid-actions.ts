import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { readAmount } from '../../shared/form/read-amount';
import { cellOf, lookOf, type GridColumn, type GridRow } from './cell';
import { fill, readBlock, readCell, writeBlock } from './clipboard';
import { editOf, type CellEdit, type Wanted } from './edits';
import { blockOf, type GridState } from './selection';
import type { PriceEdits } from './use-price-edits';

export interface GridActions {
  /** The price in a cell as one types it. */
  textOf: (row: GridRow, column: GridColumn) => string;
  typed: (text: string, row: number, column: number) => void;
  inherit: () => void;
  fillDown: () => void;
  copy: () => string | null;
  paste: (text: string) => void;
}

/** What can be done with the selected cells; every action is one step to undo. */
export function useGridActions({
  rows,
  columns,
  state,
  edits,
}: {
  rows: readonly GridRow[];
  columns: readonly GridColumn[];
  state: GridState;
  edits: PriceEdits;
}): GridActions {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormats();
  const block = blockOf(state);

  const wantedAt = (row: number, column: number, wanted: Wanted): CellEdit[] => {
    const [product, table] = [rows[row], columns[column]];
    const edit = product && table && editOf(product, table.tableId, wanted);
    return edit ? [edit] : [];
  };
  const eachSelected = (wanted: (row: number, column: number) => Wanted | null): CellEdit[] => {
    const found: CellEdit[] = [];
    for (let row = block.top; row <= Math.min(block.bottom, rows.length - 1); row += 1)
      for (let column = block.left; column <= block.right; column += 1) {
        const what = wanted(row, column);
        if (what) found.push(...wantedAt(row, column, what));
      }
    return found;
  };
  /** What a cell has of its own once drafts are published. */
  const ownOf = (row: number, column: number): string | null => {
    const cell = cellOf(rows[row] ?? empty, columns[column]?.tableId ?? '');
    return cell?.pending ? cell.pending.unitPrice : (cell?.unitPrice ?? null);
  };

  return {
    textOf: (row, column) => {
      const { kind, price } = lookOf(row, column, columns);
      return kind === 'own' || kind === 'pending' ? short(price ?? '').replace('.', decimalSeparator) : '';
    },
    typed: (text, row, column) => {
      if (text.trim() === '') return;
      const price = readAmount(text, decimalSeparator);
      if (price === null) edits.report(t('prices.unreadable', { text }));
      else edits.apply(wantedAt(row, column, { price }));
    },
    inherit: () => edits.apply(eachSelected(() => ({ inherit: true }))),
    fillDown: () =>
      edits.apply(
        eachSelected((row, column) => {
          if (row === block.top) return null;
          const price = ownOf(block.top, column);
          return price === null ? { inherit: true } : { price };
        }),
      ),
    copy: () => {
      const copied = rows.slice(block.top, block.bottom + 1).map((row) =>
        columns.slice(block.left, block.right + 1).map((column) => {
          const { price } = lookOf(row, column, columns);
          return price === null ? null : short(price);
        }),
      );
      return copied.length > 0 ? writeBlock(copied, decimalSeparator) : null;
    },
    paste: (text) => {
      const pasted = fill(readBlock(text), {
        rows: block.bottom - block.top + 1,
        columns: block.right - block.left + 1,
      });
      const found: CellEdit[] = [];
      const unreadable: string[] = [];
      for (let down = 0; down < pasted.rows; down += 1)
        for (let across = 0; across < pasted.columns; across += 1) {
          const cell = readCell(pasted.at(down, across), decimalSeparator);
          if ('unreadable' in cell) unreadable.push(cell.unreadable);
          else found.push(...wantedAt(block.top + down, block.left + across, cell));
        }
      edits.apply(found);
      if (unreadable.length > 0)
        edits.report(t('prices.unreadableCells', { count: unreadable.length, text: unreadable[0] }));
    },
  };
}

const empty: GridRow = { productId: '', sku: '', name: '', category: { slug: '', name: '' }, unit: '', cells: [] };

/** A price without the zeros that only fill it up beyond two decimals. */
const short = (price: string): string => price.replace(/(\.\d\d)0{1,2}$/, '$1');
