import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import { Badge, TextInput } from '@tradeyard/design-system';
import { Aligned } from '../../shared/list/aligned';
import type { DiffLine } from './revision-views';
import type { Lines } from './use-lines';

/** A price as somebody would type it: "9.40", not "9.4000". */
export const typedPrice = (price: string | null, decimalSeparator: string): string =>
  (price ?? '').replace(/(\.\d\d\d*?)0+$/, '$1').replace('.', decimalSeparator);

/** The new price of a line: typed over in place; Enter saves, Escape leaves it as it was, what is refused stays to be mended. */
export function PriceCell({
  line,
  lines,
  decimals,
  editing,
  onEdit,
}: {
  line: DiffLine;
  /** Absent: it cannot be edited. */
  lines?: Lines;
  decimals: number;
  editing: boolean;
  onEdit: (editing: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { unitPrice } = useFormats();
  const removed = line.newPrice === null;
  const shown = removed ? (
    <Badge meaning="mark">{t('revisions.line.removed')}</Badge>
  ) : (
    <b>
      <Aligned figure={unitPrice(line.newPrice ?? '0')} decimals={decimals} />
    </b>
  );
  if (!lines) return shown;
  if (editing) return <PriceInput line={line} lines={lines} onEnd={() => onEdit(false)} />;
  return (
    <button
      type="button"
      className="price-edit"
      aria-label={t('revisions.line.edit', {
        name: line.name ?? line.sku,
        price: removed ? t('revisions.line.removed') : unitPrice(line.newPrice ?? '0'),
      })}
      onClick={() => onEdit(true)}
    >
      {shown}
    </button>
  );
}

function PriceInput({ line, lines, onEnd }: { line: DiffLine; lines: Lines; onEnd: () => void }): ReactNode {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormats();
  const refusal = useRefusal();
  const input = useRef<HTMLInputElement>(null);
  const problemId = useId();
  const [text, setText] = useState(() => typedPrice(line.newPrice, decimalSeparator));
  const [before] = useState(text);
  useEffect(() => input.current?.select(), []);
  const { price } = lines;
  const error = price.error && price.variables?.line === line ? refusal(price.error) : '';
  const save = (): void => {
    if (text.trim() === before || text.trim() === '') return leave();
    price.mutate({ line, text }, { onSuccess: onEnd });
  };
  const leave = (): void => {
    price.reset();
    onEnd();
  };
  return (
    <>
      <TextInput
        ref={input}
        size="sm"
        numeric
        className="price-input"
        aria-label={t('revisions.line.newPriceOf', { name: line.name ?? line.sku })}
        aria-invalid={error !== '' || undefined}
        aria-describedby={error ? problemId : undefined}
        value={text}
        readOnly={price.isPending}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => !price.isPending && !error && leave()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
          else if (event.key === 'Escape') leave();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span id={problemId} className="sr">
        {error}
      </span>
    </>
  );
}
