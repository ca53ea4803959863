import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog, Field, TextArea } from '@tradeyard/design-system';
import type { StepDialogProps } from './order-actions';

/** Rejects or cancels an order; the reason is kept and mailed, so it is asked for. */
export default function EndDialog({
  order,
  step,
  busy,
  problem,
  onSend,
  onClose,
}: StepDialogProps & { step: 'reject' | 'cancel' }): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const said = reason.trim();
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={(open) => !open && onClose()}
      title={t(`orders.end.${step}.title`, { number: order.number })}
      effect={t('orders.end.effect', { count: order.lines.length, buyer: order.buyer.name })}
      confirmLabel={t(`orders.steps.${step}`)}
      cancelLabel={t('orders.end.keep')}
      busy={busy}
      disabledReason={said ? undefined : t('orders.end.reasonNeeded')}
      onConfirm={() => onSend({ step, reason: said })}
    >
      {problem}
      <Field label={t('orders.end.reason')} hint={t('orders.end.reasonHint')} required>
        <TextArea value={reason} maxLength={500} autoFocus onChange={(event) => setReason(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
