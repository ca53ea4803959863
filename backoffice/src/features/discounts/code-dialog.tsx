import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormats, useTenant } from '@tradeyard/app-kit';
import { Button, Combobox, Dialog, Field, Switch, TextInput } from '@tradeyard/design-system';
import { categoriesQuery, inTreeOrder, pathName } from '../../shared/catalogue.queries';
import { dayOf, lastDayOf, meantEnd, meantStart } from '../../shared/day';
import { FormProblem } from '../../shared/form/form-problem';
import { readAmount } from '../../shared/form/read-amount';
import { useFormSave } from '../../shared/form/use-form-save';
import { readPercent, writtenPercent } from '../../shared/percent-input';
import { useMay } from '../../shared/session';
import { useKeepCode, type TradeCode } from './discounts.queries';

/** A new code, or one there is: what it takes off, when, how often and from which order on. */
export function CodeDialog({ code, onClose }: { code: TradeCode | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormats();
  const { timeZone, currency } = useTenant();
  const may = useMay();
  const keep = useKeepCode();
  const categories = useQuery({ ...categoriesQuery, enabled: may('product.read') }).data ?? [];
  const form = useForm({
    defaultValues: {
      code: code?.code ?? '',
      name: code?.name ?? '',
      percent: code ? writtenPercent(code.percent, decimalSeparator) : '',
      categoryId: code?.categoryId ?? '',
      validFrom: code?.validFrom ? dayOf(code.validFrom, timeZone) : '',
      validTo: code?.validTo ? lastDayOf(code.validTo, timeZone) : '',
      minimumOrder: (code?.minimumOrder ?? '').replace('.', decimalSeparator),
      maxUses: code?.maxUses?.toString() ?? '',
      maxUsesPerCompany: code?.maxUsesPerCompany?.toString() ?? '',
      active: code?.active ?? true,
    },
  });
  const save = useFormSave(
    form,
    async (values) => {
      await keep.mutateAsync({
        code,
        body: {
          code: values.code,
          name: values.name,
          percent: readPercent(values.percent, decimalSeparator) ?? values.percent,
          categoryId: values.categoryId || null,
          validFrom: meantStart(values.validFrom, code?.validFrom, timeZone),
          validTo: meantEnd(values.validTo, code?.validTo, timeZone),
          minimumOrder: values.minimumOrder
            ? (readAmount(values.minimumOrder, decimalSeparator) ?? values.minimumOrder)
            : null,
          maxUses: values.maxUses ? Number(values.maxUses) : null,
          maxUsesPerCompany: values.maxUsesPerCompany ? Number(values.maxUsesPerCompany) : null,
          active: values.active,
        },
      });
      onClose();
    },
    { 'trade_code.code_taken': 'code' },
  );
  const { errors } = form.formState;
  const categoryId = useWatch({ control: form.control, name: 'categoryId' });
  const required = { required: t('form.required') };
  const limit = { validate: (text: string) => !text || /^[1-9]\d{0,6}$/.test(text) || t('discounts.notLimit') };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={code ? t('discounts.codeNamed', { code: code.code }) : t('discounts.newCode')}
      closeLabel={t('list.close')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('list.cancel')}
          </Button>
          <Button variant="primary" type="submit" form="trade-code" busy={save.busy}>
            {t(code ? 'list.save' : 'discounts.addCode')}
          </Button>
        </>
      }
    >
      <form id="trade-code" noValidate onSubmit={save.submit} className="col g6">
        <FormProblem>{save.problem}</FormProblem>
        <div className="discount-fields">
          <Field label={t('discounts.code')} error={errors.code?.message} required>
            <TextInput autoFocus {...form.register('code', required)} maxLength={40} autoCapitalize="characters" />
          </Field>
          <Field label={t('discounts.name')} error={errors.name?.message} required>
            <TextInput {...form.register('name', required)} maxLength={120} />
          </Field>
          <Field label={t('discounts.percent')} error={errors.percent?.message} required>
            <TextInput
              {...form.register('percent', {
                validate: (text) => readPercent(text, decimalSeparator) !== null || t('discounts.notPercent'),
              })}
              numeric
              suffix="%"
              maxLength={7}
            />
          </Field>
          <Field label={t('discounts.category')} aside={t('list.optional')}>
            <Combobox
              items={inTreeOrder(categories).map(({ id, code: detail }) => ({
                value: id,
                label: pathName(categories, id),
                detail,
              }))}
              value={categoryId || null}
              valueLabel={categoryId ? pathName(categories, categoryId) : undefined}
              placeholder={t('discounts.everything')}
              onChange={(id) => form.setValue('categoryId', id ?? '')}
              labels={{
                list: t('discounts.category'),
                empty: t('discounts.noCategory'),
                clear: t('discounts.everything'),
              }}
            />
          </Field>
          <Field label={t('discounts.from')} aside={t('list.optional')}>
            <TextInput type="date" {...form.register('validFrom')} />
          </Field>
          <Field label={t('discounts.until')} aside={t('list.optional')} error={errors.validTo?.message}>
            <TextInput
              type="date"
              {...form.register('validTo', {
                validate: (day, { validFrom }) => !day || !validFrom || day >= validFrom || t('discounts.endsFirst'),
              })}
            />
          </Field>
          <Field label={t('discounts.minimum')} aside={t('list.optional')} error={errors.minimumOrder?.message}>
            <TextInput
              {...form.register('minimumOrder', {
                validate: (text) => !text || Number(readAmount(text, decimalSeparator)) > 0 || t('discounts.notAmount'),
              })}
              numeric
              prefix={currency}
              maxLength={16}
            />
          </Field>
          <Field label={t('discounts.maxUses')} aside={t('list.optional')} error={errors.maxUses?.message}>
            <TextInput {...form.register('maxUses', limit)} numeric maxLength={7} />
          </Field>
          <Field
            label={t('discounts.maxPerCompany')}
            aside={t('list.optional')}
            error={errors.maxUsesPerCompany?.message}
          >
            <TextInput {...form.register('maxUsesPerCompany', limit)} numeric maxLength={7} />
          </Field>
        </div>
        <Controller
          control={form.control}
          name="active"
          render={({ field: { value, onChange } }) => (
            <Switch checked={value} onChange={onChange} label={t('discounts.active')} />
          )}
        />
      </form>
    </Dialog>
  );
}
