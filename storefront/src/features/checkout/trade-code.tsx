import { useState, type ReactNode } from 'react';
import { Tag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '@tradeyard/app-kit';
import { Button, Chip, Field, TextInput } from '@tradeyard/design-system';
import { useChooseContext } from '../../shared/cart/cart.queries';
import type { Cart } from '../../shared/views';

/** A trade code for the whole cart; its prices show at once in the lines. */
export function TradeCode({ cart }: { cart: Cart }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const choose = useChooseContext();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  if (cart.tradeCode) {
    return (
      <div>
        <Chip
          name={t('checkout.code')}
          onRemove={() => choose.mutate({ tradeCode: null })}
          removeLabel={t('checkout.codeRemove', { code: cart.tradeCode })}
        >
          {cart.tradeCode}
        </Chip>
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
