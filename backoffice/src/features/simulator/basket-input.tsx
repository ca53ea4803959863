import { useState, type FormEvent, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import {
  Alert,
  Button,
  Combobox,
  Field,
  Panel,
  Segmented,
  Select,
  TextArea,
  TextInput,
} from '@tradeyard/design-system';
import { askedProductQuery, productChoiceQuery } from '../../shared/explain/explain.queries';
import { readAmount } from '../../shared/form/read-amount';
import { useMay } from '../../shared/session';
import { MOST_LINES, readBasket, type BasketLine, type ReadBasket } from './basket';
import { listChoiceQuery, orderChoiceQuery, orderNameQuery, type Question } from './simulator.queries';

const ways = ['typed', 'pasted', 'order', 'list'] as const;
type Way = (typeof ways)[number];

/** What staff must be allowed to take the lines from there. */
const needs = { typed: null, pasted: null, order: 'order.read', list: 'company.read' } as const;

/** What is bought: typed line by line, pasted, or as in an order or a saved list. */
export function BasketInput({
  question,
  onLines,
  onOrder,
  onList,
}: {
  question: Question;
  onLines: (lines: readonly BasketLine[]) => void;
  onOrder: (order: string, company: string | null) => void;
  onList: (list: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [way, setWay] = useState<Way>(question.order ? 'order' : question.list ? 'list' : 'typed');
  return (
    <Panel
      title={t('simulator.basket')}
      actions={
        question.lines.length > 0 &&
        !question.order &&
        !question.list && (
          <Button size="sm" variant="ghost" onClick={() => onLines([])}>
            {t('simulator.clear')}
          </Button>
        )
      }
    >
      <div className="col g5">
        <Segmented
          aria-label={t('simulator.way')}
          value={way}
          onChange={(next) => setWay(ways.find((each) => each === next) ?? 'typed')}
          items={ways
            .filter((each) => needs[each] === null || may(needs[each]))
            .map((each) => ({ value: each, label: t(`simulator.ways.${each}`) }))}
        />
        {way === 'typed' && <Typed onAdd={(line) => onLines([...question.lines, line])} />}
        {way === 'pasted' && <Pasted onRead={(lines) => onLines([...question.lines, ...lines].slice(0, MOST_LINES))} />}
        {way === 'order' && <PastOrder question={question} onOrder={onOrder} />}
        {way === 'list' && <OfList question={question} onList={onList} />}
      </div>
    </Panel>
  );
}

function Typed({ onAdd }: { onAdd: (line: BasketLine) => void }): ReactNode {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormats();
  const [search, setSearch] = useState('');
  const [product, setProduct] = useState('');
  const [quantity, setQuantity] = useState('1');
  const [unit, setUnit] = useState('');
  const [wrong, setWrong] = useState('');
  const products = useQuery(productChoiceQuery(search));
  const { data: chosen } = useQuery(askedProductQuery(product));
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const amount = readAmount(quantity, decimalSeparator);
    if (!product) return setWrong(t('simulator.productNeeded'));
    if (amount === null || Number(amount) <= 0) return setWrong(t('explain.notQuantity'));
    setWrong('');
    onAdd({ product, quantity: amount, unit });
    setProduct('');
    setQuantity('1');
    setUnit('');
  };
  return (
    <form className="simulator-fields" onSubmit={add} noValidate>
      <Field label={t('explain.product')} className="wide" error={wrong}>
        <Combobox
          size="sm"
          items={(products.data ?? []).map(({ id, name, sku }) => ({ value: id, label: name, detail: sku }))}
          value={product || null}
          valueLabel={product && chosen ? `${chosen.name} · ${chosen.sku}` : undefined}
          onSearch={setSearch}
          loading={products.isFetching}
          placeholder={t('explain.productHint')}
          onChange={(id) => {
            setProduct(id ?? '');
            setUnit('');
          }}
          labels={{
            list: t('explain.product'),
            empty: t('explain.noProduct'),
            loading: t('explain.looking'),
            results: (count) => t('explain.found', { count }),
          }}
        />
      </Field>
      <Field label={t('explain.quantity')}>
        <TextInput
          size="sm"
          numeric
          value={quantity}
          maxLength={16}
          onChange={(event) => setQuantity(event.target.value)}
        />
      </Field>
      <Field label={t('explain.unit')}>
        <Select
          size="sm"
          items={(chosen?.units ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          value={unit || chosen?.units[0]?.code}
          disabled={!chosen}
          onChange={setUnit}
        />
      </Field>
      <div className="wide">
        <Button type="submit" size="sm">
          {t('simulator.add')}
        </Button>
      </div>
    </form>
  );
}

function Pasted({ onRead }: { onRead: (lines: BasketLine[]) => void }): ReactNode {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormats();
  const [text, setText] = useState('');
  const [unread, setUnread] = useState<ReadBasket['unread']>([]);
  const read = (event: FormEvent): void => {
    event.preventDefault();
    const basket = readBasket(text, decimalSeparator);
    setUnread(basket.unread);
    if (basket.lines.length > 0) onRead(basket.lines);
    setText(basket.unread.map((each) => each.text).join('\n'));
  };
  return (
    <form className="col g4" onSubmit={read}>
      <Field label={t('simulator.lines')} hint={t('simulator.linesHint')}>
        <TextArea rows={6} value={text} onChange={(event) => setText(event.target.value)} spellCheck={false} />
      </Field>
      {unread.length > 0 && (
        <Alert meaning="warning" title={t('simulator.unread', { count: unread.length })} assertive>
          {unread
            .slice(0, 3)
            .map((each) => each.text)
            .join(' / ')}
        </Alert>
      )}
      <div>
        <Button type="submit" size="sm">
          {t('simulator.read')}
        </Button>
      </div>
    </form>
  );
}

function PastOrder({
  question,
  onOrder,
}: {
  question: Question;
  onOrder: (order: string, company: string | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { date } = useFormats();
  const [search, setSearch] = useState('');
  const orders = useQuery(orderChoiceQuery(search, question.company));
  const { data: chosen } = useQuery({ ...orderNameQuery(question.order), enabled: question.order !== '' });
  return (
    <Field label={t('simulator.order')} hint={t('simulator.orderHint')}>
      <Combobox
        size="sm"
        items={(orders.data ?? []).map(({ id, number, company, placedAt }) => ({
          value: id,
          label: number,
          detail: `${company.name}, ${date(placedAt)}`,
        }))}
        value={question.order || null}
        valueLabel={chosen && `${chosen.number} · ${chosen.company.name}`}
        onSearch={setSearch}
        loading={orders.isFetching}
        placeholder={t('simulator.findOrder')}
        onChange={(id) => onOrder(id ?? '', orders.data?.find((order) => order.id === id)?.company.id ?? null)}
        labels={{
          list: t('simulator.order'),
          empty: t('simulator.noOrder'),
          loading: t('simulator.looking'),
          clear: t('simulator.noOrderChosen'),
          results: (count) => t('simulator.found', { count }),
        }}
      />
    </Field>
  );
}

function OfList({ question, onList }: { question: Question; onList: (list: string) => void }): ReactNode {
  const { t } = useTranslation();
  const { date } = useFormats();
  const { company } = question;
  const lists = useQuery({ ...listChoiceQuery(company), enabled: company !== '' });
  if (!company) return <p className="muted">{t('simulator.companyFirst')}</p>;
  if (lists.data?.length === 0) return <p className="muted">{t('simulator.noLists')}</p>;
  return (
    <Field
      label={t('simulator.list')}
      hint={t('simulator.listHint')}
      error={lists.isError ? t('simulator.listsFailed') : undefined}
    >
      <Combobox
        size="sm"
        items={(lists.data ?? []).map(({ id, name, lineCount, updatedAt }) => ({
          value: id,
          label: name,
          detail: `${t('simulator.listLines', { count: lineCount })}, ${date(updatedAt)}`,
        }))}
        value={question.list || null}
        loading={lists.isFetching}
        placeholder={t('simulator.findList')}
        onChange={(id) => onList(id ?? '')}
        labels={{
          list: t('simulator.list'),
          empty: t('simulator.noList'),
          loading: t('simulator.looking'),
          clear: t('simulator.noListChosen'),
          results: (count) => t('simulator.found', { count }),
        }}
      />
    </Field>
  );
}
