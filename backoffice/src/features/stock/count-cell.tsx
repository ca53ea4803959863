import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import {
  Alert,
  Button,
  Field,
  formatQuantity,
  parseQuantity,
  Popover,
  TextInput,
  useToast,
} from '@tradeyard/design-system';
import { useCount, type BranchLevel, type StockItem } from './stock.queries';

const reasons = ['counted', 'received', 'damaged', 'corrected'] as const;

/** A level on hand; whoever counted writes the figure in its place, with the reason that is kept. */
export function CountCell({
  item,
  level,
  open,
  onOpenChange,
}: {
  item: StockItem;
  level: BranchLevel;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  const [own, setOwn] = useState(false);
  const shown = open ?? own;
  const setShown = (next: boolean): void => {
    setOwn(next);
    onOpenChange?.(next);
  };
  return (
    <Popover
      label={t('stock.countOf', { name: item.name, branch: level.name })}
      align="end"
      open={shown}
      onOpenChange={setShown}
      trigger={
        <button
          type="button"
          className="count-cell"
          aria-label={t('stock.editCount', { name: item.name, branch: level.name, quantity: quantity(level.onHand) })}
        >
          {quantity(level.onHand)}
        </button>
      }
    >
      <CountForm item={item} level={level} onDone={() => setShown(false)} />
    </Popover>
  );
}

function CountForm({ item, level, onDone }: { item: StockItem; level: BranchLevel; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const { quantity, decimalSeparator } = useFormats();
  const refusal = useRefusal();
  const toast = useToast();
  const count = useCount();
  const written = (amount: string): string => amount.replace('.', decimalSeparator);
  const [onHand, setOnHand] = useState(written(level.onHand));
  const [safety, setSafety] = useState(written(level.safety));
  const [reason, setReason] = useState(t('stock.reasons.counted'));
  const [wrong, setWrong] = useState('');
  const { productId, sku } = item;

  const save = (event: FormEvent): void => {
    event.preventDefault();
    // The form is drawn inside a row whose own forms and keys it must not set off.
    event.stopPropagation();
    const [counted, kept] = [parseQuantity(onHand), parseQuantity(safety || '0')];
    if (counted === null || kept === null || !reason.trim()) {
      setWrong(counted === null || kept === null ? t('stock.notQuantity') : t('stock.reasonNeeded'));
      return;
    }
    const line = { productId, sku, branch: level.code, onHand: formatQuantity(counted), safety: formatQuantity(kept) };
    count.mutate(
      { ...line, reason: reason.trim() },
      {
        onSuccess: () => {
          toast.show({
            message: t('stock.saved', { name: item.name, branch: level.name, quantity: quantity(line.onHand) }),
            undo: {
              label: t('shortcuts.undo'),
              onUndo: () =>
                count.mutate({
                  ...line,
                  onHand: level.onHand,
                  safety: level.safety,
                  reason: t('stock.reasons.undone'),
                }),
            },
          });
          onDone();
        },
      },
    );
  };
  return (
    <form className="col g5 w-64 text-left" onSubmit={save} noValidate>
      <b>
        {item.name}
        <span className="muted font-normal"> {level.name}</span>
      </b>
      {count.error && <Alert meaning="danger" title={refusal(count.error)} assertive />}
      {wrong && <Alert meaning="danger" title={wrong} assertive />}
      <div className="row g4 items-start">
        <Field label={t('stock.columns.onHand')} className="grow">
          <TextInput
            numeric
            value={onHand}
            autoFocus
            onFocus={(event) => event.target.select()}
            onChange={(event) => setOnHand(event.target.value)}
            suffix={<span className="muted">{item.baseUnitName}</span>}
          />
        </Field>
        <Field label={t('stock.columns.safety')} className="grow">
          <TextInput numeric value={safety} onChange={(event) => setSafety(event.target.value)} />
        </Field>
      </div>
      <Field label={t('stock.reason')}>
        <TextInput
          value={reason}
          maxLength={200}
          list="stock-reasons"
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <datalist id="stock-reasons">
        {reasons.map((each) => (
          <option key={each} value={t(`stock.reasons.${each}`)} />
        ))}
      </datalist>
      <div className="row g4 justify-end">
        <Button variant="ghost" onClick={onDone}>
          {t('list.cancel')}
        </Button>
        <Button variant="primary" type="submit" busy={count.isPending}>
          {t('stock.saveCount')}
        </Button>
      </div>
    </form>
  );
}
