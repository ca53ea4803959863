import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@tradeyard/api-client';
import { useFormats } from '@tradeyard/app-kit';
import { Button, Dialog, Field, TextInput } from '@tradeyard/design-system';
import type { StepDialogProps } from './order-actions';

const AMOUNT = /^\d{1,12}(\.\d{1,4})?$/;

/** Notes money that came in: the whole balance unless somebody says less. A repeated try counts once. */
export default function PaymentDialog({ order, busy, problem, onSend, onClose }: StepDialogProps): ReactNode {
  const { t } = useTranslation();
  const { money, decimalSeparator } = useFormats();
  const [amount, setAmount] = useState(order.balance.replace('.', decimalSeparator));
  const [reference, setReference] = useState(order.paymentReference ?? '');
  const [attempt, setAttempt] = useState({ said: '', key: newIdempotencyKey() });
  const [error, setError] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const plain = amount.trim().replace(',', '.');
    if (!AMOUNT.test(plain)) {
      setError(t('orders.pay.notAmount'));
      return;
    }
    setError('');
    // The key belongs to what is sent: another amount is another attempt.
    const said = `${plain} ${reference.trim()}`;
    const key = attempt.said === '' || attempt.said === said ? attempt.key : newIdempotencyKey();
    setAttempt({ said, key });
    onSend({ step: 'record_payment', amount: plain, key, ...(reference.trim() && { reference: reference.trim() }) });
  };
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => !open && onClose()}
      title={t('orders.pay.title', { number: order.number })}
      description={t('orders.pay.text', { balance: money(order.balance), total: money(order.total) })}
      closeLabel={t('list.close')}
    >
      <form className="col g5" onSubmit={send}>
        {problem}
        <Field label={t('orders.pay.amount')} error={error} required>
          <TextInput
            numeric
            autoFocus
            prefix={order.currency}
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
          />
        </Field>
        <Field label={t('orders.pay.reference')} hint={t('orders.pay.referenceHint')} aside={t('list.optional')}>
          <TextInput value={reference} maxLength={120} onChange={(event) => setReference(event.target.value)} />
        </Field>
        <div className="row g4 justify-end">
          <Button onClick={onClose}>{t('list.cancel')}</Button>
          <Button variant="primary" type="submit" busy={busy}>
            {t('orders.steps.record_payment')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
