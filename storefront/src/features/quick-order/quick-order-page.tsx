import { useRef, useState, type ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { FileUp, ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { ApiError } from '@tradeyard/api-client';
import { PageTitle, useRefusal } from '@tradeyard/app-kit';
import {
  Alert,
  Button,
  EmptyState,
  Field,
  ProgressBar,
  snapQuantity,
  TextArea,
  useToast,
} from '@tradeyard/design-system';
import { useAddLines } from '../../shared/cart/cart.queries';
import { usePriceState } from '../../shared/quotes';
import type { Product, SellingUnit } from '../../shared/views';
import { WindowRows } from '../../shared/window-rows';
import { lookUp } from './look-up';
import { MOST_LINES, readPasted } from './paste';
import './quick-order.css';
import { WishRow } from './wish-row';
import { wishOf, type Wish } from './wishes';

const snap = (quantity: string, unit: SellingUnit): { value: string; moved: boolean } | null =>
  snapQuantity(quantity, unit.step, unit.minimum);

/** A pasted list becomes a table to check; nothing enters the cart until Add. */
export function QuickOrderPage(): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const refusal = useRefusal();
  const stateCode = usePriceState();
  const addLines = useAddLines();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [wishes, setWishes] = useState<Wish[] | null>(null);
  const [done, setDone] = useState(0);
  const pasted = readPasted(text);
  const tooMany = pasted.length > MOST_LINES;
  const skus = [...new Set(pasted.map(({ sku }) => sku))];

  const check = useMutation({
    mutationFn: () => lookUp(skus, stateCode ?? '', setDone),
    onMutate: () => setDone(0),
    onSuccess: (found) => setWishes(pasted.map((line) => wishOf(line, found.get(line.sku) ?? null, snap))),
  });
  const change = (number: number, to: Partial<Wish>): void =>
    setWishes((all) => all?.map((wish) => (wish.number === number ? { ...wish, ...to } : wish)) ?? null);
  const remove = (number: number): void => setWishes((all) => all?.filter((wish) => wish.number !== number) ?? null);
  const choose = (wish: Wish, product: Product): void =>
    change(wish.number, wishOf({ ...wish, unit: null }, product, snap));

  const ready = wishes?.filter(({ state }) => state === 'ready') ?? [];
  const count = (...states: Wish['state'][]): number =>
    wishes?.filter(({ state }) => states.includes(state)).length ?? 0;
  const add = (): void => {
    const sent = ready.flatMap(({ product, unitCode, quantity, number }) =>
      product ? [{ number, line: { productId: product.id, unit: unitCode, quantity } }] : [],
    );
    addLines.mutate(
      sent.map(({ line }) => line),
      {
        onSuccess: ({ refused }) => {
          const reasons = new Map(refused.map(({ index, error }) => [sent[index]?.number, error]));
          const gone = new Set(sent.filter(({ number }) => !reasons.has(number)).map(({ number }) => number));
          const left = (wishes ?? [])
            .filter(({ number }) => !gone.has(number))
            .map((wish): Wish => {
              const error = reasons.get(wish.number);
              if (!error) return wish;
              const { code, message, details } = error;
              return { ...wish, state: 'refused', why: null, refusal: new ApiError(422, code, message, details) };
            });
          setWishes(left.length > 0 ? left : null);
          toast.show({ message: t('quick.added', { count: gone.size }) });
          if (left.length === 0) {
            setText('');
            void navigate('/cart');
          }
        },
      },
    );
  };
  return (
    <div className="page">
      <div className="pgh pgh--plain">
        <PageTitle name={t('shell.quickOrder')} />
        <span className="sub">{t('quick.text')}</span>
      </div>
      <div className="quick-pg">
        <form
          className="paste"
          onSubmit={(event) => {
            event.preventDefault();
            if (pasted.length > 0 && !tooMany) check.mutate();
          }}
        >
          <Field
            label={t('quick.list')}
            hint={t('quick.hint')}
            error={tooMany ? t('quick.tooMany', { count: pasted.length, most: MOST_LINES }) : undefined}
          >
            <TextArea
              rows={14}
              value={text}
              spellCheck={false}
              autoComplete="off"
              placeholder={'CEM-42-25 112\n12 x SND-04-B\nOSB3-18-2440; 1; pack'}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          <div className="row g4 wrap">
            <Button
              type="submit"
              variant={wishes ? 'secondary' : 'primary'}
              icon={ListChecks}
              busy={check.isPending}
              disabled={pasted.length === 0 || tooMany}
            >
              {t('quick.check', { count: pasted.length })}
            </Button>
            <Button variant="ghost" icon={FileUp} onClick={() => file.current?.click()}>
              {t('quick.upload')}
            </Button>
            <input
              ref={file}
              type="file"
              className="sr"
              tabIndex={-1}
              aria-label={t('quick.upload')}
              accept=".csv,.txt,text/csv,text/plain"
              onChange={(event) => {
                void event.target.files?.[0]?.text().then(setText);
                event.target.value = '';
              }}
            />
          </div>
        </form>
        <div className="min-w-0">
          {check.isPending ? (
            <div className="panel reading" role="status">
              <span>{t('quick.reading', { count: skus.length, done })}</span>
              <ProgressBar value={done} max={skus.length} label={t('quick.reading', { count: skus.length, done })} />
            </div>
          ) : check.isError ? (
            <Alert meaning="danger" assertive title={refusal(check.error)} />
          ) : wishes ? (
            <>
              <div
                className="panel wishes"
                role="table"
                aria-label={t('quick.checked')}
                aria-rowcount={wishes.length + 1}
              >
                <div className="wish h" role="row">
                  <span role="columnheader">
                    <span className="sr">{t('orders.state')}</span>
                  </span>
                  <span role="columnheader">{t('quick.read')}</span>
                  <span role="columnheader">{t('catalogue.quantity')}</span>
                  <span role="columnheader" className="num">
                    {t('cart.price')}
                  </span>
                  <span role="columnheader" className="num">
                    {t('catalogue.lineTotal')}
                  </span>
                  <span role="columnheader">
                    <span className="sr">{t('cart.remove')}</span>
                  </span>
                </div>
                <WindowRows items={wishes} keyOf={({ number }) => number} height={64}>
                  {(wish, index) => (
                    <WishRow
                      key={wish.number}
                      wish={wish}
                      index={index}
                      onChange={(to) => change(wish.number, to)}
                      onChoose={(product) => choose(wish, product)}
                      onRemove={() => remove(wish.number)}
                    />
                  )}
                </WindowRows>
              </div>
              {addLines.error && <Alert meaning="danger" assertive className="mt-3" title={refusal(addLines.error)} />}
              <div className="sum">
                <span className="k c-success">{t('quick.ready', { count: ready.length })}</span>
                {count('check') > 0 && <span className="k">{t('quick.toCheck', { count: count('check') })}</span>}
                {count('missing', 'not_offered', 'refused') > 0 && (
                  <span className="k c-danger">
                    {t('quick.cannot', { count: count('missing', 'not_offered', 'refused') })}
                  </span>
                )}
                <span className="grow" />
                <Button variant="primary" busy={addLines.isPending} disabled={ready.length === 0} onClick={add}>
                  {t('quick.add', { count: ready.length })}
                </Button>
              </div>
            </>
          ) : (
            <div className="panel">
              <EmptyState drawing="mesh" title={t('quick.empty')} text={t('quick.emptyText')} />
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
