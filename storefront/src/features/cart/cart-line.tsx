import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ArrowDown, ArrowUp, CircleAlert, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import { Button, classNames, IconButton, Thumb, useToast } from '@tradeyard/design-system';
import { useAddLines, useChangeLine, useRemoveLine } from '../../shared/cart/cart.queries';
import { LineProblem } from '../../shared/cart/line-problem';
import { SourceBadge } from '../../shared/source-badge';
import { UnitQuantity } from '../../shared/unit-quantity';
import { packOf, packsIn } from '../../shared/units';
import type { CartLine, CartProblem } from '../../shared/views';

const CALM_MS = 300;

/** Takes a line out at once and offers to undo it. */
export function useRemoveWithUndo(): (line: CartLine) => void {
  const { t } = useTranslation();
  const toast = useToast();
  const refusal = useRefusal();
  const remove = useRemoveLine();
  const putBack = useAddLines();
  return ({ id, name, sku, productId, unit, quantity, note }) => {
    remove.mutate(id, { onError: (error) => toast.show({ message: refusal(error) }) });
    toast.show({
      message: t('cart.removed', { name: name ?? sku ?? '' }),
      icon: Trash2,
      undo: { label: t('cart.undo'), onUndo: () => putBack.mutate([{ productId, unit, quantity, note }]) },
    });
  };
}

/** One line of the cart; what is wrong with it, and what the server refused, stands right under it. */
export function CartLineRow({
  line,
  index,
  problems,
}: {
  line: CartLine;
  index: number;
  problems: readonly CartProblem[];
}): ReactNode {
  const { t } = useTranslation();
  const { money, shortPrice } = useFormats();
  const refusal = useRefusal();
  const change = useChangeLine();
  const remove = useRemoveWithUndo();
  const [wanted, setWanted] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const unsaved = line.id.startsWith('new-');
  const send = (wish: { quantity?: string; unit?: string }): void => {
    clearTimeout(timer.current);
    setWanted(null);
    change.mutate({ id: line.id, ...wish });
  };
  // Someone who clicks six times means the sixth quantity.
  const sendSoon = (quantity: string): void => {
    setWanted(quantity);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send({ quantity }), CALM_MS);
  };
  const pending = line.pending || wanted !== null;
  const name = line.name ?? t('cart.gone');
  const up = Number(line.unitPrice) > Number(line.priceChangedFrom);
  return (
    <div className={classNames('ln', problems.length > 0 && 'bad')} role="row" aria-rowindex={index + 2}>
      <span role="cell">
        <Link to={`/products/${line.productId}`} tabIndex={-1} aria-hidden="true">
          <Thumb src={line.thumbnailUrl} drawing={line.drawing ?? 'block'} />
        </Link>
      </span>
      <div role="cell">
        <Link className="nm" to={`/products/${line.productId}`}>
          {name}
        </Link>
        <div className="m">
          {line.sku}
          {line.priceChangedFrom && (
            <span className="chg">
              {up ? <ArrowUp className="i i-xs" /> : <ArrowDown className="i i-xs" />}
              {t('cart.whenAdded', { price: shortPrice(line.priceChangedFrom) })}
            </span>
          )}
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
      <div role="cell">
        {!unsaved && line.units.length > 0 && (
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
        )}
      </div>
      <div role="cell" className={classNames('num tot-of', pending && 'is-pending')}>
        <b>{line.lineTotal ? money(line.lineTotal) : '–'}</b>
        <br />
        <span className="small muted">
          <Packs line={line} quantity={wanted ?? line.quantity} />
        </span>
      </div>
      <span role="cell" className="rm">
        <IconButton label={t('cart.removeNamed', { name })} icon={X} size="sm" onClick={() => remove(line)} />
      </span>
      {(problems.length > 0 || change.error) && (
        <div role="cell" className="why">
          {change.error && (
            <p role="alert">
              <CircleAlert className="i i-sm" />
              <span className="grow">{refusal(change.error)}</span>
            </p>
          )}
          {problems.map((problem) => (
            <LineProblem
              key={problem.code}
              line={line}
              problem={problem}
              onTake={(quantity) => send({ quantity })}
              other={
                <Button size="sm" onClick={() => remove(line)}>
                  {t('cart.remove')}
                </Button>
              }
            />
          ))}
        </div>
      )}
    </div>
  );
}

function Packs({ line, quantity }: { line: CartLine; quantity: string }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const pack = packOf(line.units, line.unit);
  const packs = pack && packsIn(quantity, pack.content);
  if (pack && packs) return `${formats.quantity(String(packs))} ${pack.name}`;
  const step = line.units.find(({ code }) => code === line.unit)?.step;
  return step && Number(step) !== 1 ? t('cart.steps', { step: formats.quantity(step) }) : null;
}
