import { useState, type ReactNode } from 'react';
import { Tag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, Chip, Field, TextInput } from '@tradeyard/design-system';
import { useChooseContext } from '../../shared/cart/cart.queries';
import type { Cart } from '../../shared/views';

/** A trade code for the whole cart; its prices show at once in the lines. */
export function TradeCode({ cart }: { cart: Cart }): ReactNode {
  const { t } = useTranslation();
  const { money } = useFormats();
  const refusal = useRefusal();
  const choose = useChooseContext();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  if (cart.tradeCode) {
    return (
      <div className="col g4 items-start">
        <Chip
          name={t('checkout.code')}
          onRemove={() => choose.mutate({ tradeCode: null })}
          removeLabel={t('checkout.codeRemove', { code: cart.tradeCode })}
        >
          {cart.tradeCode}
        </Chip>
        {cart.tradeCodeProblem ? (
          <NotCounting problem={cart.tradeCodeProblem} />
        ) : (
          Number(cart.tradeCodeDiscount) > 0 && (
            <span className="small c-success">
              {t('checkout.codeTakes', { amount: money(cart.tradeCodeDiscount) })}
            </span>
          )
        )}
      </div>
    );
  }
  if (!open) {
    return (
      <button type="button" className="link small self-start" onClick={() => setOpen(true)}>
        {t('checkout.codeHave')}
      </button>
    );
  }
  const apply = (): void => {
    if (text.trim()) choose.mutate({ tradeCode: text.trim() }, { onSuccess: () => setOpen(false) });
  };
  return (
    <div className="row g4 items-end">
      <Field label={t('checkout.code')} error={choose.error ? refusal(choose.error) : undefined} className="grow">
        <TextInput
          icon={Tag}
          value={text}
          autoFocus
          autoComplete="off"
          maxLength={40}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            apply();
          }}
        />
      </Field>
      <Button busy={choose.isPending} onClick={apply}>
        {t('catalogue.apply')}
      </Button>
    </div>
  );
}

/** Why the code in the cart takes nothing off, and what is missing. */
function NotCounting({ problem: { code, details } }: { problem: NonNullable<Cart['tradeCodeProblem']> }): ReactNode {
  const { t } = useTranslation();
  const { money } = useFormats();
  const facts = details as { minimum?: string; missing?: string };
  return (
    <Alert
      meaning="warning"
      className="w-full"
      title={t(`checkout.codeWhy.${code}`, {
        minimum: money(facts.minimum ?? '0'),
        missing: money(facts.missing ?? '0'),
      })}
    />
  );
}
