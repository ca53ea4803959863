import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { useFormats, useRefusal, useTenant } from '@tradeyard/app-kit';
import { Alert, Button, Field, Popover, TextInput, useToast } from '@tradeyard/design-system';
import { endOf, startOf } from '../../shared/day';
import { useCostChange, type Cost } from './costs.queries';

/** What a product costs; a press opens the place to write another cost, from today or a day to come. */
export function CostCell({
  cost,
  open,
  onOpenChange,
}: {
  cost: Cost;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { unitPrice } = useFormats();
  const shown = cost.unitCost === null ? t('costs.none') : unitPrice(cost.unitCost);
  return (
    <Popover
      label={t('costs.costOf', { name: cost.name })}
      align="end"
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <button
          type="button"
          className="cost-cell"
          data-missing={cost.unitCost === null || undefined}
          aria-label={t('costs.editOf', { name: cost.name, cost: shown })}
        >
          {shown}
        </button>
      }
    >
      <CostForm cost={cost} onDone={() => onOpenChange(false)} />
    </Popover>
  );
}

/** A cost with the days it holds. */
export function CostForm({ cost, onDone }: { cost: Cost; onDone: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const { decimalSeparator } = useFormats();
  const { timeZone, currency } = useTenant();
  const refusal = useRefusal();
  const toast = useToast();
  const change = useCostChange();
  const [text, setText] = useState(
    // As somebody would write it: "1.12", not "1.1200".
    (cost.unitCost ?? '').replace(/(\.\d\d\d*?)0+$/, '$1').replace('.', decimalSeparator),
  );
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [wrong, setWrong] = useState('');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    // The form is drawn inside a row whose own keys it must not set off.
    event.stopPropagation();
    if (!text.trim()) return setWrong(t('costs.needed'));
    if (from && until && until < from) return setWrong(t('costs.endsFirst'));
    setWrong('');
    change.mutate(
      {
        locale: i18n.language === 'pt-BR' ? 'pt-BR' : 'en',
        changes: [
          {
            productId: cost.productId,
            unitCostText: text.trim(),
            ...(from && { validFrom: startOf(from, timeZone) }),
            ...(until && { validTo: endOf(until, timeZone) }),
          },
        ],
      },
      {
        onSuccess: ({ refused: [first] }) => {
          if (first) {
            const { code, message, details } = first.error;
            return setWrong(refusal(new ApiError(422, code, message, details)));
          }
          toast.show({ message: t('costs.saved', { name: cost.name }) });
          onDone();
        },
        onError: (error) => setWrong(refusal(error)),
      },
    );
  };
  return (
    <form className="col g5 cost-form" onSubmit={save} noValidate>
      <b>{cost.name}</b>
      {wrong && <Alert meaning="danger" title={wrong} assertive />}
      <Field label={t('costs.perUnit', { unit: cost.baseUnitName })}>
        <TextInput
          numeric
          prefix={currency}
          value={text}
          maxLength={60}
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <div className="row g4 items-start">
        <Field label={t('costs.from')} aside={t('list.optional')} className="grow">
          <TextInput type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </Field>
        <Field label={t('costs.until')} aside={t('list.optional')} className="grow">
          <TextInput type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        </Field>
      </div>
      <div className="row g4 justify-end">
        <Button variant="ghost" onClick={onDone}>
          {t('list.cancel')}
        </Button>
        <Button variant="primary" type="submit" busy={change.isPending}>
          {t('costs.save')}
        </Button>
      </div>
    </form>
  );
}
