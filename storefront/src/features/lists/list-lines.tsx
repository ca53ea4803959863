import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import { Button, Checkbox, EmptyState, Field, TextInput } from '@tradeyard/design-system';
import type { SavedList } from '../../shared/views';
import { WindowRows } from '../../shared/window-rows';
import { ListLineRow } from './list-line';
import { addListLine } from './lists.queries';

/** The lines of a list with what they come to, and a place to write one more. */
export function ListLines({
  list,
  chosen,
  onChoose,
  refused,
}: {
  list: SavedList;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  refused: ReadonlyMap<string, string>;
}): ReactNode {
  const { t } = useTranslation();
  const { money } = useFormats();
  const { lines } = list;
  const count = lines.filter(({ id }) => chosen.has(id)).length;
  const choose = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  return (
    <div className="list-pg">
      {lines.length === 0 ? (
        <div className="panel">
          <EmptyState drawing="bag" title={t('lists.empty')} text={t('lists.emptyText')} />
        </div>
      ) : (
        <div className="panel list-lines" role="table" aria-label={t('cart.lines')} aria-rowcount={lines.length + 1}>
          <div className="ln h" role="row">
            <span role="columnheader" className="pick">
              <Checkbox
                checked={count === lines.length ? true : count > 0 ? 'mixed' : false}
                onChange={(on) => onChoose(new Set(on ? lines.map(({ id }) => id) : []))}
                aria-label={t('lists.chooseAll')}
              />
            </span>
            <span role="columnheader" className="wide">
              <span className="sr">{t('catalogue.picture')}</span>
            </span>
            <span role="columnheader" className="wide">
              {t('catalogue.product')}
            </span>
            <span role="columnheader" className="num wide">
              {t('cart.price')}
            </span>
            <span role="columnheader" className="wide">
              {t('catalogue.quantity')}
            </span>
            <span role="columnheader" className="num wide">
              {t('catalogue.lineTotal')}
            </span>
            <span role="columnheader" className="wide">
              <span className="sr">{t('cart.remove')}</span>
            </span>
            <span className="hand-word" aria-hidden="true">
              {t('lists.chooseAll')}
            </span>
          </div>
          <WindowRows items={lines} keyOf={({ id }) => id} height={72}>
            {(line, index) => (
              <ListLineRow
                key={line.id}
                listId={list.id}
                index={index}
                line={line}
                problems={list.problems.filter(({ lineId }) => lineId === line.id)}
                refused={refused.get(line.id) ?? null}
                chosen={chosen.has(line.id)}
                onChoose={(on) => choose(line.id, on)}
              />
            )}
          </WindowRows>
        </div>
      )}
      <div className="list-foot">
        <AddLine listId={list.id} />
        {lines.length > 0 && (
          <p className="num">
            <span className="muted">{t('lists.today')}</span> <b>{money(list.subtotal)}</b>
          </p>
        )}
      </div>
    </div>
  );
}

/** Adds a product by its SKU; what is refused says so in the form and stays there. */
function AddLine({ listId }: { listId: string }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const { decimalSeparator } = useFormats();
  const [sku, setSku] = useState('');
  const [quantity, setQuantity] = useState('1');
  const add = useMutation({
    ...addListLine(listId),
    onSettled: (_list, error) => {
      if (error) return;
      setSku('');
      setQuantity('1');
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (sku.trim()) add.mutate({ sku: sku.trim(), quantity: quantity.trim().replace(decimalSeparator, '.') });
  };
  return (
    <form className="list-add" onSubmit={submit} noValidate>
      <Field label={t('lists.sku')} error={add.error ? refusal(add.error) : undefined}>
        <TextInput
          value={sku}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          onChange={(event) => {
            setSku(event.target.value);
            add.reset();
          }}
        />
      </Field>
      <Field label={t('catalogue.quantity')} className="amount">
        <TextInput numeric value={quantity} maxLength={14} onChange={(event) => setQuantity(event.target.value)} />
      </Field>
      <Button type="submit" icon={Plus} busy={add.isPending}>
        {t('lists.addLine')}
      </Button>
    </form>
  );
}
