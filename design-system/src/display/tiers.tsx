import type { ReactNode } from 'react';
import { Ruler as RulerIcon } from 'lucide-react';
import { classNames } from '../class-names';
import { rulerPosition } from '../ruler-position';
import { Popover } from '../overlays/popover';

export interface TierRow {
  id: string;
  /** One formatted cell per column. */
  cells: readonly ReactNode[];
  current?: boolean;
}

export interface TierTableProps {
  columns: readonly ReactNode[];
  rows: readonly TierRow[];
  /** Names the table for screen readers. */
  caption: string;
}

/** Quantity prices; the row that applies now is marked. */
export function TierTable({ columns, rows, caption }: TierTableProps): ReactNode {
  return (
    <table className="tiers">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={index} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} aria-current={row.current || undefined}>
            {row.cells.map((cell, index) =>
              index === 0 ? (
                <th key={index} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={index}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export interface TierPopoverProps extends TierTableProps {
  /** Words of the trigger: "270+ $8.95". */
  label: ReactNode;
  title: string;
  /** Beside the title: the price source. */
  source?: ReactNode;
  /** "Add 180 more to pay $8.95" and its button. */
  footer?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
}

/** The next tier as a small button that opens all quantity prices; Escape gives the focus back. */
export function TierPopover({
  label,
  title,
  source,
  footer,
  open,
  onOpenChange,
  className,
  ...table
}: TierPopoverProps): ReactNode {
  return (
    <Popover
      open={open}
      onOpenChange={onOpenChange}
      label={title}
      className="tierpop"
      align="end"
      trigger={
        <button type="button" className={classNames('tierbtn', className)}>
          <RulerIcon className="i" />
          {label}
        </button>
      }
    >
      <div className="row between" style={{ marginBottom: 10 }}>
        <h3>{title}</h3>
        {source}
      </div>
      <TierTable {...table} />
      {footer && <div className="tierpop-foot">{footer}</div>}
    </Popover>
  );
}

export interface TierRulerProps {
  /** Where each tier starts, rising; decimal strings. */
  stops: readonly { minimum: string; label: ReactNode }[];
  quantity: string;
  /** Says in words what the ruler shows. */
  label: string;
  className?: string;
}

/** The tiers as a scale with the chosen quantity as the yellow cursor. */
export function TierRuler({ stops, quantity, label, className }: TierRulerProps): ReactNode {
  const minimums = stops.map((stop) => stop.minimum);
  return (
    <div className={classNames('ruler', className)} role="img" aria-label={label}>
      <span className="edge" />
      {stops.map((stop, index) => (
        <span className="t" key={stop.minimum} style={{ left: `${(index / stops.length) * 100}%` }}>
          <span>{stop.label}</span>
        </span>
      ))}
      <span className="cur" style={{ left: `${rulerPosition(minimums, quantity) * 100}%` }} />
    </div>
  );
}
