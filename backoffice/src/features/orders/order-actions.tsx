import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Ban, CircleX, Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '@tradeyard/app-kit';
import { ApiError } from '@tradeyard/api-client';
import { Alert, Button, IconButton, Kbd, Menu, MenuItem, useHotkeys, useToast } from '@tradeyard/design-system';
import { useMay, type StaffPermission } from '../../shared/session';
import type { Order, OrderStep } from './order-views';
import { useOrderStep, type StepRequest } from './order.queries';

const EndDialog = lazy(() => import('./end-dialog'));
const ShipDialog = lazy(() => import('./ship-dialog'));
const DeliverDialog = lazy(() => import('./deliver-dialog'));
const PaymentDialog = lazy(() => import('./payment-dialog'));

const permissionOf: Record<OrderStep, StaffPermission> = {
  confirm: 'order.confirm',
  reject: 'order.reject',
  cancel: 'order.cancel',
  ship: 'order.ship',
  deliver: 'order.deliver',
  record_payment: 'payment.record',
};
const forward: readonly OrderStep[] = ['confirm', 'ship', 'deliver', 'record_payment'];

export interface StepDialogProps {
  order: Order;
  busy: boolean;
  /** Why the last try was refused. */
  problem: ReactNode;
  onSend: (request: StepRequest) => void;
  onClose: () => void;
}

/** What this person may do with the order where it stands, the next step first. */
export function OrderActions({
  order,
  grow = false,
  keys = false,
}: {
  order: Order;
  grow?: boolean;
  /** C confirms. */
  keys?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const may = useMay();
  const toast = useToast();
  const step = useOrderStep();
  const [open, setOpen] = useState<OrderStep | null>(null);
  const allowed = order.allowed.filter((each) => may(permissionOf[each]));
  const ahead = forward.filter((each) => allowed.includes(each));
  const ends = (['reject', 'cancel'] as const).filter((each) => allowed.includes(each));

  const send = (request: StepRequest): void =>
    step.mutate(
      { order, request },
      {
        onSuccess: () => {
          setOpen(null);
          toast.show({ message: t(`orders.done.${request.step}`, { number: order.number }) });
        },
      },
    );
  const start = (each: OrderStep): void => {
    step.reset();
    if (each === 'confirm') send({ step: 'confirm' });
    else setOpen(each);
  };
  useHotkeys(
    { c: () => start('confirm') },
    { enabled: keys && ahead.includes('confirm') && open === null && !step.isPending },
  );
  const problem = step.error && (
    <Alert
      meaning={step.error instanceof ApiError && step.error.status === 409 ? 'mark' : 'danger'}
      title={refusal(step.error)}
      assertive
    />
  );
  const dialog: StepDialogProps = { order, busy: step.isPending, problem, onSend: send, onClose: () => setOpen(null) };
  if (allowed.length === 0) return null;
  return (
    <>
      {problem && open === null && <div className="basis-full">{problem}</div>}
      {ahead.map((each, index) => (
        <Button
          key={each}
          variant={index === 0 ? 'primary' : 'secondary'}
          className={index === 0 && grow ? 'grow' : undefined}
          busy={step.isPending && open === null && each === 'confirm'}
          onClick={() => start(each)}
        >
          {t(`orders.steps.${each}`)}
          {each === 'confirm' && <Kbd>{'C'}</Kbd>}
        </Button>
      ))}
      {ends.length > 0 && (
        <Menu align="end" trigger={<IconButton variant="secondary" icon={Ellipsis} label={t('orders.more')} />}>
          {ends.map((each) => (
            <MenuItem key={each} danger icon={each === 'cancel' ? Ban : CircleX} onSelect={() => start(each)}>
              {t(`orders.steps.${each}`)}
            </MenuItem>
          ))}
        </Menu>
      )}
      <Suspense fallback={null}>
        {(open === 'reject' || open === 'cancel') && <EndDialog {...dialog} step={open} />}
        {open === 'ship' && <ShipDialog {...dialog} />}
        {open === 'deliver' && <DeliverDialog {...dialog} />}
        {open === 'record_payment' && <PaymentDialog {...dialog} />}
      </Suspense>
    </>
  );
}
