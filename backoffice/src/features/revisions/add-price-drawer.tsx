import { useState, type ReactNode } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { useFormats, useRefusal, useTenant } from '@tradeyard/app-kit';
import { Button, Combobox, Drawer, Field, Segmented, Select, TextInput, useToast } from '@tradeyard/design-system';
import { FormProblem } from '../../shared/form/form-problem';
import { readAmount } from '../../shared/form/read-amount';
import { startOfDay } from './calendar-days';
import { putChanges } from './revision-changes';
import type { Revision } from './revision-views';
import { pricesChanged, productChoiceQuery, productQuery } from './revisions.queries';
import { usePriceLocale } from './use-lines';

const nothing = {
  product: null as { id: string; name: string } | null,
  unit: '',
  minimum: '',
  price: '',
  from: '',
  to: '',
};

/** One price more: of which product, in which unit, from how many and for which days; or one to take away. */
export default function AddPriceDrawer({ revision, onClose }: { revision: Revision; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const { decimalSeparator } = useFormats();
  const locale = usePriceLocale();
  const client = useQueryClient();
  const refusal = useRefusal();
  const { show } = useToast();
  const [search, setSearch] = useState('');
  const [action, setAction] = useState<'set' | 'remove'>('set');
  const [form, setForm] = useState(nothing);
  const set = (part: Partial<typeof nothing>): void => setForm((now) => ({ ...now, ...part }));
  const found = useQuery(productChoiceQuery(search));
  const chosen = useQuery({ ...productQuery(form.product?.id ?? ''), enabled: form.product !== null }).data;
  const unit = form.unit || chosen?.units[0]?.code;
  const minimum = form.minimum.trim() === '' ? '1' : readAmount(form.minimum, decimalSeparator);
  const save = useMutation({
    mutationFn: async () => {
      const { refused } = await putChanges(
        revision,
        [
          {
            productId: form.product?.id,
            ...(unit && { unit }),
            minQuantity: minimum ?? form.minimum,
            action,
            ...(action === 'set' && { unitPriceText: form.price }),
            ...(form.from && { validFrom: startOfDay(form.from, timeZone) }),
            ...(form.to && action === 'set' && { validTo: startOfDay(form.to, timeZone) }),
          },
        ],
        locale,
      );
      const [first] = refused;
      if (first) throw new ApiError(422, first.error.code, first.error.message, first.error.details);
    },
    onSuccess: () => {
      show({ message: t(`revisions.add.did.${action}`, { name: form.product?.name }) });
      setForm(nothing);
      setSearch('');
      return pricesChanged(client);
    },
  });
  const missing = !form.product
    ? t('revisions.add.chooseProduct')
    : action === 'set' && form.price.trim() === ''
      ? t('revisions.add.typePrice')
      : undefined;
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('revisions.ways.add')}
      description={t('revisions.numberOf', { number: revision.number, table: revision.table.name })}
      closeLabel={t('list.close')}
      footer={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{t('list.close')}</Button>
          <Button variant="primary" busy={save.isPending} disabledReason={missing} onClick={() => save.mutate()}>
            {t(`revisions.add.do.${action}`)}
          </Button>
        </>
      }
    >
      <form
        className="drawer-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!missing) save.mutate();
        }}
      >
        <FormProblem>{save.error ? refusal(save.error) : ''}</FormProblem>
        <Segmented
          aria-label={t('revisions.add.what')}
          value={action}
          onChange={(next) => setAction(next as typeof action)}
          items={(['set', 'remove'] as const).map((value) => ({ value, label: t(`revisions.add.actions.${value}`) }))}
        />
        <Field label={t('revisions.diff.product')} required>
          <Combobox
            items={(found.data ?? []).map(({ id, name, sku }) => ({ value: id, label: name, detail: sku }))}
            value={form.product?.id ?? null}
            valueLabel={form.product?.name}
            onChange={(id, item) => set({ product: id && item ? { id, name: item.label } : null, unit: '' })}
            onSearch={setSearch}
            loading={found.isFetching}
            labels={{
              list: t('revisions.diff.product'),
              empty: t('revisions.add.noProduct'),
              loading: t('revisions.reading'),
            }}
          />
        </Field>
        <div className="formula-parts">
          <Field label={t('revisions.diff.unit')}>
            <Select
              items={(chosen?.units ?? []).map(({ code, name }) => ({ value: code, label: name || code }))}
              value={unit}
              disabled={!chosen}
              onChange={(code) => set({ unit: code })}
            />
          </Field>
          <Field label={t('revisions.add.minimum')} hint={t('revisions.add.minimumHint')}>
            <TextInput numeric value={form.minimum} onChange={(event) => set({ minimum: event.target.value })} />
          </Field>
          {action === 'set' && (
            <Field label={t('revisions.line.price')} required>
              <TextInput numeric value={form.price} onChange={(event) => set({ price: event.target.value })} />
            </Field>
          )}
        </div>
        <div className="formula-parts">
          <Field label={t('revisions.line.validFrom')} hint={t('revisions.add.always')}>
            <TextInput type="date" value={form.from} onChange={(event) => set({ from: event.target.value })} />
          </Field>
          {action === 'set' && (
            <Field label={t('revisions.line.validTo')} hint={t('revisions.add.open')}>
              <TextInput type="date" value={form.to} onChange={(event) => set({ to: event.target.value })} />
            </Field>
          )}
        </div>
        {/* Enter sends the form. */}
        <button type="submit" hidden />
      </form>
    </Drawer>
  );
}
