import { useState } from 'react';
import type { ColumnDef, RowData, VisibilityState } from '@tanstack/react-table';

declare module '@tanstack/react-table' {
  // The names of the type parameters are the library's.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface ColumnMeta<TData extends RowData, TValue> {
    /** In words, for the column's head and for the choice of columns. */
    label: string;
    /** A CSS width; the column without one takes what is left. */
    width?: string;
    /** Without a width: what it is left at least. */
    least?: string;
    /** Figures stand at the right. */
    num?: boolean;
    /** The server's name for sorting by it. */
    sort?: string;
    /** Names may be cut off; figures, SKUs and dates never. */
    truncate?: boolean;
    /** Leaves first when a panel takes its room. */
    dropsWithPanel?: boolean;
    /** Its head is only for who hears it: what stands in the column says itself. */
    bare?: boolean;
    /** Always there. */
    fixed?: boolean;
  }
}

export type Column<Row> = ColumnDef<Row>;

function recall(key: string): VisibilityState {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as VisibilityState;
  } catch {
    return {};
  }
}

/** Which columns of a list are shown, remembered in this browser. */
export function useColumnChoice(list: string): [VisibilityState, (next: VisibilityState) => void] {
  const key = `tradeyard.columns.${list}`;
  const [visible, setVisible] = useState(() => recall(key));
  return [
    visible,
    (next) => {
      setVisible(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Storage may be forbidden; the choice then lasts for this page only.
      }
    },
  ];
}
