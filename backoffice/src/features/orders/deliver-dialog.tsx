import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { ConfirmDialog, Field, RadioGroup, TextInput } from '@tradeyard/design-system';
import type { StepDialogProps } from './order-actions';

const ALL = 'all';

/** Notes that goods arrived: one shipment, or all that are underway. */
export default function DeliverDialog({ order, busy, problem, onSend, onClose }: StepDialogProps): ReactNode {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const underway = order.shipments.filter(({ deliveredAt }) => !deliveredAt);
  const [chosen, setChosen] = useState(underway.length === 1 ? (underway[0]?.id ?? ALL) : ALL);
  const [note, setNote] = useState('');
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('orders.deliver.title', { number: order.number })}
      effect={t('orders.deliver.effect')}
      confirmLabel={t('orders.steps.deliver')}
      cancelLabel={t('list.cancel')}
      busy={busy}
      onConfirm={() =>
        onSend({
          step: 'deliver',
          ...(chosen !== ALL && { shipmentId: chosen }),
          ...(note.trim() && { note: note.trim() }),
        })
      }
    >
      {problem}
      {underway.length > 1 && (
        <Field label={t('orders.deliver.which')}>
          <RadioGroup
            value={chosen}
            onChange={setChosen}
            items={[
              { value: ALL, label: t('orders.deliver.all', { count: underway.length }) },
              ...underway.map(({ id, number, branch, shippedAt }) => ({
                value: id,
                label: t('orders.shipment', { number }),
                detail: `${branch.name}, ${dateTime(shippedAt)}`,
              })),
            ]}
          />
        </Field>
      )}
      <Field label={t('orders.deliver.note')} aside={t('list.optional')}>
        <TextInput value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
