import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { CircleAlert, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import { Button, Checkbox, classNames, IconButton, StockStatus, Thumb, useToast } from '@tradeyard/design-system';
import { LineProblem } from '../../shared/cart/line-problem';
import { SourceBadge } from '../../shared/source-badge';
import { useStockWords } from '../../shared/stock-words';
import { baseUnitName } from '../../shared/units';
import { UnitQuantity } from '../../shared/unit-quantity';
import type { CartLine, CartProblem } from '../../shared/views';
import { addListLine, changeListLine, removeListLine } from './lists.queries';

const CALM_MS = 300;

/** Takes a line out at once and offers to undo it. */
function useRemoveWithUndo(listId: string): (line: CartLine) => void {
  const { t } = useTranslation();
  const toast = useToast();
  const refusal = useRefusal();
  // Told to the mutations themselves: the row is gone by the time they are answered.
  const onSettled = (_list: unknown, error: Error | null): void => {
    if (error) toast.show({ message: refusal(error) });
  };
  const remove = useMutation({ ...removeListLine(listId), onSettled });
  const putBack = useMutation({ ...addListLine(listId), onSettled });
  return ({ id, name, sku, productId, unit, quantity, note }) => {
    remove.mutate(id);
    toast.show({
      message: t('cart.removed', { name: name ?? sku ?? '' }),
      icon: Trash2,
      undo: { label: t('cart.undo'), onUndo: () => putBack.mutate({ productId, unit, quantity, note }) },
    });
  };
}

/** One line of a list: what it costs and whether it is there today; what is wrong stands right under it. */
export function ListLineRow({
  listId,
  line,
  index,
  problems,
  refused,
  chosen,
  onChoose,
}: {
  listId: string;
  line: CartLine;
  index: number;
  problems: readonly CartProblem[];
  /** Why the line stayed out of the cart. */
  refused: string | null;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { money, shortPrice } = useFormats();
  const refusal = useRefusal();
  const change = useMutation(changeListLine(listId));
  const remove = useRemoveWithUndo(listId);
  const [wanted, setWanted] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const send = (wish: { quantity?: string; unit?: string }): void => {
    clearTimeout(timer.current);
    setWanted(null);
    change.mutate({ lineId: line.id, ...wish });
  };
  // Someone who clicks six times means the sixth quantity.
  const sendSoon = (quantity: string): void => {
    setWanted(quantity);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send({ quantity }), CALM_MS);
  };
  const pending = line.pending || wanted !== null;
  const name = line.name ?? t('cart.gone');
  const notOffered = problems.find(({ code }) => code === 'not_offered');
  const others = problems.filter(({ code }) => code !== 'not_offered');
  const isSold = line.units.some(({ code }) => code === line.unit) && notOffered?.reason !== 'not_sold';
  return (
    <div className={classNames('ln', chosen && 'is-chosen')} role="row" aria-rowindex={index + 2}>
      <span role="cell" className="pick">
        <Checkbox checked={chosen} onChange={onChoose} aria-label={t('lists.choose', { name })} />
      </span>
      <span role="cell" className="pic">
        <Link to={`/products/${line.productId}`} tabIndex={-1} aria-hidden="true">
          <Thumb src={line.thumbnailUrl} drawing={line.drawing ?? 'block'} />
        </Link>
      </span>
      <div role="cell" className="what">
        <Link className="nm" to={`/products/${line.productId}`}>
          {name}
        </Link>
        <div className="m">
          {line.sku}
          {isSold && <Stock line={line} />}
        </div>
        {line.note && <div className="m">{line.note}</div>}
      </div>
      <div role="cell" className={classNames('num prc-of', pending && 'is-pending')}>
        {line.unitPrice ? (
          <>
            <b>{shortPrice(line.unitPrice)}</b>
            <br />
            <SourceBadge source={line.source} badge={line.badge} look="inline" price={line} />
          </>
        ) : (
          !line.pending && <span className="muted small">{t('price.none')}</span>
        )}
      </div>
      <div role="cell" className="qt">
        {isSold ? (
          <UnitQuantity
            product={name}
            units={line.units}
            unit={line.unit}
            value={wanted ?? line.quantity}
            onChange={sendSoon}
            onUnitChange={(unit) =>
              send({ unit, quantity: line.units.find(({ code }) => code === unit)?.minimum ?? line.quantity })
            }
            className="w-full"
          />
        ) : (
          <Held line={line} />
        )}
      </div>
      <div role="cell" className={classNames('num tot-of', pending && 'is-pending')}>
        <b>{line.lineTotal ? money(line.lineTotal) : '–'}</b>
      </div>
      <span role="cell" className="rm">
        <IconButton label={t('cart.removeNamed', { name })} icon={X} size="sm" onClick={() => remove(line)} />
      </span>
      {(problems.length > 0 || change.error || refused) && (
        <div role="cell" className="why">
          {[change.error && refusal(change.error), refused].filter(Boolean).map((text) => (
            <p key={text} role="alert" className="bad">
              <CircleAlert className="i i-sm" />
              <span className="grow">{text}</span>
            </p>
          ))}
          {notOffered && (
            <p>
              <CircleAlert className="i i-sm" />
              <span className="grow">{t(`lists.notOffered.${notOffered.reason ?? 'not_sold'}`)}</span>
              <Button size="sm" onClick={() => remove(line)}>
                {t('cart.remove')}
              </Button>
            </p>
          )}
          {others.map((problem) => (
            <LineProblem key={problem.code} line={line} problem={problem} onTake={(quantity) => send({ quantity })} />
          ))}
        </div>
      )}
    </div>
  );
}

/** What a line says of goods that are not sold any more. */
function Held({ line }: { line: CartLine }): ReactNode {
  const { quantity } = useFormats();
  return (
    <span className="muted">
      {quantity(line.quantity)} {line.unitName}
    </span>
  );
}

function Stock({ line }: { line: CartLine }): ReactNode {
  const words = useStockWords();
  const { availability } = line;
  if (!availability) return null;
  const { text, detail } = words(availability, baseUnitName(line.units, availability.unit), availability.restockDate);
  return <StockStatus state={availability.status}>{[text, detail].filter(Boolean).join(', ')}</StockStatus>;
}
