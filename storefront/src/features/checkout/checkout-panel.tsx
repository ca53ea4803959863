import { useRef, useState, type ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Phone, ShoppingCart } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { ApiError, newIdempotencyKey } from '@tradeyard/api-client';
import { unitWord, useFormats, useOnline, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, classNames, Field, Select, TextArea, TextInput } from '@tradeyard/design-system';
import { queryClient } from '../../shared/api';
import { cartQuery, useCartPending, useChooseContext } from '../../shared/cart/cart.queries';
import { useCompany, useJobSites } from '../../shared/company.queries';
import type { Cart } from '../../shared/views';
import { Attempt, isUndecided } from './attempt';
import './checkout.css';
import { creditDays, placeOrder, type OrderWish, type PaymentMethod } from './checkout.queries';
import { exampleOf, fitsPattern } from './po-pattern';
import { TradeCode } from './trade-code';

interface Wishes {
  poNumber: string;
  requestedDate: string;
  note: string;
}

const COMPANY_ADDRESS = 'company';

/** Where to, which references, how paid, what it comes to, and the one button. Never optimistic. */
export function CheckoutPanel({ cart }: { cart: Cart }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const refusal = useRefusal();
  const navigate = useNavigate();
  const online = useOnline();
  const pending = useCartPending();
  const company = useCompany().data;
  const sites = useJobSites().data ?? [];
  const site = sites.find(({ id }) => id === cart.jobSiteId);
  const choose = useChooseContext();
  const days = creditDays(company?.paymentTerms);
  const [chosen, setChosen] = useState<PaymentMethod | null>(null);
  const method: PaymentMethod = chosen ?? (days === null ? 'bank_transfer' : 'credit');
  const attempt = useRef(new Attempt(newIdempotencyKey));
  const summary = useRef<HTMLDivElement>(null);
  const { register, handleSubmit, formState } = useForm<Wishes>({
    defaultValues: { poNumber: '', requestedDate: '', note: '' },
  });
  const { errors } = formState;

  const order = useMutation({
    mutationFn: (wish: OrderWish) => placeOrder(wish, attempt.current.keyFor(wish)),
    onSuccess: ({ id }) => {
      attempt.current.ended();
      void navigate(`/orders/${id}/placed`);
      void queryClient.invalidateQueries({ queryKey: cartQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: ['orders'] });
      void queryClient.invalidateQueries({ queryKey: ['products'] });
    },
    onError: (error) => {
      if (!(error instanceof ApiError) || isUndecided(error.status)) return;
      attempt.current.ended();
      // The lines say beside themselves what is wrong now.
      void queryClient.invalidateQueries({ queryKey: cartQuery.queryKey });
      requestAnimationFrame(() => summary.current?.focus());
    },
  });
  const submit = ({ poNumber, requestedDate, note }: Wishes): void =>
    order.mutate({
      cartVersion: cart.version,
      jobSiteId: cart.jobSiteId ?? undefined,
      poNumber: poNumber.trim() || undefined,
      requestedDate: requestedDate || undefined,
      note: note.trim() || undefined,
      payment: { method },
    });

  const wrong = cart.problems.filter(({ code }) => code !== 'price_changed').length;
  const changed = cart.problems.some(({ code }) => code === 'price_changed');
  const reason = !online
    ? t('checkout.offline')
    : wrong > 0
      ? t('checkout.problems', { count: wrong })
      : changed
        ? t('checkout.priceChanged')
        : pending
          ? t('checkout.pending')
          : undefined;
  const today = formats.day();
  const button = (
    <Button
      type="submit"
      variant="primary"
      size="lg"
      icon={ShoppingCart}
      block
      busy={order.isPending}
      disabledReason={order.isPending ? undefined : reason}
    >
      {t('checkout.place')}
    </Button>
  );
  return (
    <aside className="panel checkout" aria-label={t('checkout.title')}>
      <form noValidate onSubmit={(event) => (reason ? event.preventDefault() : void handleSubmit(submit)(event))}>
        <Step number={1} title={t('checkout.deliverTo')}>
          <Field label={t('context.jobSite')}>
            <Select
              value={cart.jobSiteId ?? COMPANY_ADDRESS}
              onChange={(value) => choose.mutate({ jobSiteId: value === COMPANY_ADDRESS ? null : value })}
              items={[
                {
                  value: COMPANY_ADDRESS,
                  label: t('context.companyAddress'),
                  detail: company?.address ? `${company.address.city}, ${company.address.stateCode}` : undefined,
                },
                ...sites.map((each) => ({
                  value: each.id,
                  label: each.name,
                  detail: `${each.city}, ${each.stateCode}`,
                })),
              ]}
            />
          </Field>
          {choose.error && <p className="small c-danger">{refusal(choose.error)}</p>}
          <Whereto site={site} address={site ?? company?.address ?? null} />
          <Field
            label={t('checkout.date')}
            hint={t('checkout.dateHint')}
            error={errors.requestedDate && t('checkout.datePast')}
          >
            <TextInput
              type="date"
              min={today}
              {...register('requestedDate', { validate: (day) => day === '' || day >= today })}
            />
          </Field>
        </Step>
        <Step number={2} title={t('checkout.references')}>
          <Field
            label={t('checkout.po')}
            hint={site?.poPattern ? t('checkout.poFormat', { pattern: site.poPattern }) : undefined}
            error={
              errors.poNumber &&
              t('checkout.poWrong', {
                pattern: site?.poPattern ?? '',
                example: exampleOf(site?.poPattern ?? ''),
              })
            }
          >
            <TextInput
              autoComplete="off"
              maxLength={60}
              {...register('poNumber', {
                validate: (text) => text.trim() === '' || fitsPattern(text.trim(), site?.poPattern ?? null),
              })}
            />
          </Field>
          <Field label={t('checkout.note')} aside={t('checkout.optional')}>
            <TextArea rows={2} maxLength={500} {...register('note')} />
          </Field>
          <TradeCode cart={cart} />
        </Step>
        <Step number={3} title={t('checkout.payment')}>
          <fieldset className="pay">
            <legend className="sr">{t('checkout.payment')}</legend>
            {days !== null && (
              <Way
                on={method === 'credit'}
                onChoose={() => setChosen('credit')}
                title={t('checkout.credit', { days })}
                detail={t('checkout.creditDue', { date: formats.date(formats.day(days)) })}
              />
            )}
            <Way
              on={method === 'bank_transfer'}
              onChoose={() => setChosen('bank_transfer')}
              title={t('checkout.transfer')}
              detail={t('checkout.transferText')}
            />
          </fieldset>
        </Step>
        <Totals cart={cart} pending={pending} />
        <div className="send">
          {order.error && (
            <Alert ref={summary} meaning="danger" assertive title={refusal(order.error)}>
              <ShortLines error={order.error} />
            </Alert>
          )}
          {button}
          {reason && <p className="small muted text-center">{reason}</p>}
        </div>
        <div className="sendbar only-phone">
          <span>
            <span className="small muted">{t('checkout.total')}</span>
            <b className={classNames('fig', pending && 'is-pending')}>{formats.money(cart.total)}</b>
          </span>
          {button}
        </div>
      </form>
    </aside>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }): ReactNode {
  return (
    <section className="step">
      <h2>
        <span className="n" aria-hidden="true">
          {number}
        </span>
        {title}
      </h2>
      <div className="col g5">{children}</div>
    </section>
  );
}

interface Address {
  line1: string;
  line2?: string | null;
  city: string;
  stateCode: string;
  postalCode: string;
}

function Whereto({
  site,
  address,
}: {
  site: { contactName: string | null; contactPhone: string | null; accessNotes: string | null } | undefined;
  address: Address | null;
}): ReactNode {
  const { t } = useTranslation();
  if (!address) return null;
  const contact = [site?.contactName, site?.contactPhone].filter(Boolean).join(', ');
  return (
    <div className="small muted col g2">
      <span>
        {[address.line1, address.line2, `${address.city}, ${address.stateCode} ${address.postalCode}`]
          .filter(Boolean)
          .join(', ')}
      </span>
      {(contact || site?.accessNotes) && (
        <span className="row g4 items-start">
          <Phone className="i i-sm mt-0.5" />
          <span>
            {contact && `${t('checkout.contact', { contact })} `}
            {site?.accessNotes}
          </span>
        </span>
      )}
    </div>
  );
}

function Way({
  on,
  onChoose,
  title,
  detail,
}: {
  on: boolean;
  onChoose: () => void;
  title: string;
  detail: string;
}): ReactNode {
  return (
    <label className={classNames(on && 'on')}>
      <input type="radio" name="payment" checked={on} onChange={onChoose} />
      <span className="grow">
        <b>{title}</b>
        <span className="small muted block">{detail}</span>
      </span>
    </label>
  );
}

function Totals({ cart, pending }: { cart: Cart; pending: boolean }): ReactNode {
  const { t } = useTranslation();
  const { money } = useFormats();
  return (
    <dl className={classNames('tot', pending && 'is-pending')} aria-busy={pending}>
      <div>
        <dt className="muted">{t('checkout.lines', { count: cart.lines.length })}</dt>
        <dd>{money(cart.subtotal)}</dd>
      </div>
      <div>
        <dt className="muted">{t('checkout.tax')}</dt>
        <dd>{money(cart.tax)}</dd>
      </div>
      <div className="g">
        <dt className="strong">{t('checkout.total')}</dt>
        <dd className="sum">{money(cart.total)}</dd>
      </div>
    </dl>
  );
}

/** Every short line by name, when the stock was not enough. */
function ShortLines({ error }: { error: Error }): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  if (!(error instanceof ApiError) || error.code !== 'stock.insufficient') return null;
  const lines = (error.facts.lines ?? []) as {
    productId: string;
    sku: string;
    name: string;
    requested: string;
    available: string;
    unit: string;
  }[];
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.productId}>
          {line.name} ({line.sku}):{' '}
          {t('checkout.short', {
            available: quantity(line.available),
            requested: quantity(line.requested),
            unit: unitWord(line.available, line.unit),
          })}
        </li>
      ))}
    </ul>
  );
}
