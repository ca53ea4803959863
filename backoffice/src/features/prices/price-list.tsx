import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, classNames, Dialog, Field, Select, Skeleton, TextInput } from '@tradeyard/design-system';
import { MarginLight } from '../../shared/margin-light';
import { useUrlState } from '../../shared/list/use-url-state';
import { cellOf, lookOf, type CellLook, type GridColumn, type GridRow } from './cell';
import { useCellWords } from './cell-words';
import type { Held } from './edit-queue';
import { GroupCount } from './group-row';
import type { Outline } from './outline';

const LINE = 64;
const HEAD_LINE = 40;

export interface PriceListProps {
  columns: readonly GridColumn[];
  /** How many rows there are, shown or folded away. */
  total: number;
  outline: Outline;
  onFold: (slug: string) => void;
  rowAt: (index: number) => GridRow | undefined;
  heldOf: (productId: string) => ReadonlyMap<string, Held>;
  mayEdit: boolean;
  textOf: (row: GridRow, column: GridColumn) => string;
  onEdit: (text: string, row: number, column: number) => void;
  onInherit: (row: number, column: number) => void;
  onWhy?: (row: number, column: number) => void;
  onHistory: (row: number, column: number) => void;
  onSee: (first: number, last: number) => void;
}

/** The grid in a hand: the prices of one table as a list, each edited by itself. */
export function PriceList(props: PriceListProps): ReactNode {
  const { columns, total, outline, rowAt, onFold, onSee } = props;
  const { t } = useTranslation();
  const words = useCellWords();
  const url = useUrlState();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  const place = Math.max(
    0,
    columns.findIndex(({ tableId }) => tableId === url.get('column')),
  );
  const column = columns[place];
  const list = useVirtualizer({
    count: outline.lines,
    getScrollElement: () => box.current,
    estimateSize: (line) => ('group' in outline.at(line) ? HEAD_LINE : LINE),
    overscan: 8,
  });
  const items = list.getVirtualItems();
  const lines = items.map(({ index, start }) => ({ ...outline.at(index), start }));
  const seen = lines.flatMap((line) => ('row' in line ? [line.row] : []));
  const [first, last] = [seen[0] ?? 0, seen.at(-1) ?? -1];
  // It remembers sizes by place; what is folded away moves everything.
  useEffect(() => list.measure(), [list, outline]);
  useEffect(() => onSee(first, last), [first, last, onSee]);
  const opened = open === null ? undefined : rowAt(open);
  if (!column) return null;
  return (
    <>
      <div className="pl-of">
        <Select
          aria-label={t('prices.list.table')}
          items={columns.map(({ tableId, name }) => ({ value: tableId, label: name }))}
          value={column.tableId}
          onChange={(id) => url.set({ column: id }, { replace: true })}
        />
      </div>
      <div ref={box} className="pl" tabIndex={0} role="group" aria-label={t('prices.grid')}>
        <ul style={{ height: list.getTotalSize() }}>
          {lines.map((line) => {
            if ('group' in line) {
              const { group, folded, start } = line;
              return (
                <li key={group.slug} style={{ top: start }}>
                  <button type="button" className="pl-head" aria-expanded={!folded} onClick={() => onFold(group.slug)}>
                    {folded ? <ChevronRight className="i" /> : <ChevronDown className="i" />}
                    <b className="ell">{group.name}</b>
                    <GroupCount group={group} />
                  </button>
                </li>
              );
            }
            const { row: index, start } = line;
            const place = outline.placeOf(index);
            const row = rowAt(index);
            return (
              <li key={place} style={{ top: start }} aria-setsize={total} aria-posinset={place + 1}>
                {row ? (
                  <Line
                    row={row}
                    column={column}
                    columns={columns}
                    held={props.heldOf(row.productId).get(column.tableId)}
                    onOpen={() => setOpen(index)}
                  />
                ) : (
                  <span className="pl-line">
                    <Skeleton width="60%" height={14} />
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      </div>
      {open !== null && opened && (
        <EditPrice
          row={opened}
          column={column}
          look={lookOf(opened, column, columns)}
          text={props.textOf(opened, column)}
          mayEdit={props.mayEdit}
          reason={whyNot(props.heldOf(opened.productId).get(column.tableId))}
          onSave={(text) => props.onEdit(text, open, place)}
          onInherit={() => props.onInherit(open, place)}
          onWhy={props.onWhy && (() => props.onWhy?.(open, place))}
          onHistory={() => props.onHistory(open, place)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );

  function whyNot(held: Held | undefined): string {
    return held ? words.trouble(held) : '';
  }
}

function Line({
  row,
  column,
  columns,
  held,
  onOpen,
}: {
  row: GridRow;
  column: GridColumn;
  columns: readonly GridColumn[];
  held: Held | undefined;
  onOpen: () => void;
}): ReactNode {
  const words = useCellWords();
  const look = lookOf(row, column, columns);
  const { kind, price, change } = look;
  const written = price === null ? (held?.edit.text ?? '') : '';
  const trouble = held ? words.trouble(held) : '';
  const light = cellOf(row, column.tableId)?.light ?? 'unknown';
  return (
    <button type="button" className="pl-line" aria-haspopup="dialog" onClick={onOpen}>
      <span className="pl-what">
        <b className="ell">{row.name}</b>
        <span className="small muted ell">
          {row.sku} · {row.unitName}
        </span>
      </span>
      <span className={classNames('pl-price', kind, trouble && 'bad')}>
        <MarginLight light={light === 'ok' ? 'unknown' : light}>
          <b>{written || (price === null ? words.noPrice : words.figure(price))}</b>
        </MarginLight>
        <span className="small">
          {trouble || [said(look), change !== null && words.percent(change)].filter(Boolean).join(' ')}
        </span>
      </span>
    </button>
  );

  function said({ kind: of }: CellLook): string {
    const tiers = cellOf(row, column.tableId)?.furtherTiers ?? 0;
    return of === 'inherited' || of === 'inheritsPending' || of === 'removed'
      ? words.inherits
      : tiers > 0
        ? words.tiers(tiers)
        : '';
  }
}

function EditPrice({
  row,
  column,
  look,
  text,
  mayEdit,
  reason,
  onSave,
  onInherit,
  onWhy,
  onHistory,
  onClose,
}: {
  row: GridRow;
  column: GridColumn;
  look: CellLook;
  text: string;
  mayEdit: boolean;
  reason: string;
  onSave: (text: string) => void;
  onInherit: () => void;
  onWhy?: () => void;
  onHistory: () => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useCellWords();
  const [typed, setTyped] = useState(text);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    onSave(typed);
    onClose();
  };
  const own = look.kind === 'own' || look.kind === 'pending';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={row.name}
      description={`${column.name} · ${row.sku}`}
      closeLabel={t('list.close')}
    >
      <form className="col g4" onSubmit={save}>
        <p className="muted">{words.kind(look)}</p>
        {mayEdit && (
          <Field label={words.priceOf(row.unitName, column.name)} error={reason || undefined}>
            <TextInput
              inputMode="decimal"
              autoComplete="off"
              maxLength={60}
              value={typed}
              onChange={({ target: { value } }) => setTyped(value)}
            />
          </Field>
        )}
        <div className="row g2 wrap">
          {mayEdit && (
            <Button type="submit" variant="primary" disabled={typed.trim() === ''}>
              {t('prices.list.save')}
            </Button>
          )}
          {mayEdit && own && (
            <Button
              onClick={() => {
                onInherit();
                onClose();
              }}
            >
              {t('prices.keys.inherit')}
            </Button>
          )}
          {onWhy && (
            <Button
              variant="ghost"
              onClick={() => {
                onClose();
                onWhy();
              }}
            >
              {t('prices.why')}
            </Button>
          )}
          <Button
            variant="ghost"
            onClick={() => {
              onClose();
              onHistory();
            }}
          >
            {t('prices.menu.history')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
