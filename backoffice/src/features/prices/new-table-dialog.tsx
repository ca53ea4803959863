import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useTenant } from '@tradeyard/app-kit';
import { Button, Combobox, Dialog, Field, Segmented, TextInput } from '@tradeyard/design-system';
import { companiesQuery, companyNameQuery } from '../../shared/companies.queries';
import { FormProblem } from '../../shared/form/form-problem';
import { useFormSave } from '../../shared/form/use-form-save';
import { useTableChanges, type PriceTable } from './prices.queries';

const scopes = ['state', 'company', 'national'] as const;

/** A new, empty price table; `companyId` makes it that company's. */
export function NewTableDialog({
  companyId,
  onMade,
  onClose,
}: {
  companyId?: string;
  onMade?: (table: PriceTable) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { states } = useTenant();
  const { create } = useTableChanges();
  const [searched, setSearched] = useState('');
  const form = useForm({
    defaultValues: {
      name: '',
      scope: (companyId ? 'company' : 'state') as PriceTable['scope'],
      stateCode: '',
      companyId: companyId ?? '',
    },
  });
  const { scope, stateCode, companyId: company } = useWatch({ control: form.control });
  const companies = useQuery({ ...companiesQuery(searched), enabled: scope === 'company' });
  const { data: companyName } = useQuery({ ...companyNameQuery(company ?? ''), enabled: Boolean(company) });
  const nameOfPlace =
    scope === 'state'
      ? states.find(({ code }) => code === stateCode)?.name
      : scope === 'company'
        ? companyName
        : undefined;
  const save = useFormSave(
    form,
    async (values) => {
      if (values.scope === 'state' && !values.stateCode)
        return form.setError('stateCode', { message: t('form.required') });
      if (values.scope === 'company' && !values.companyId)
        return form.setError('companyId', { message: t('form.required') });
      const made = await create.mutateAsync({
        name: values.name || (nameOfPlace ?? ''),
        scope: values.scope,
        ...(values.scope === 'state' && { stateCode: values.stateCode }),
        ...(values.scope === 'company' && { companyId: values.companyId }),
      });
      onMade?.(made);
      onClose();
    },
    { 'price_table.name_taken': 'name' },
  );
  const { errors } = form.formState;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('prices.newTable')}
      description={t('prices.newTableText')}
      closeLabel={t('list.close')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('list.cancel')}
          </Button>
          <Button variant="primary" type="submit" form="price-table" busy={save.busy}>
            {t('prices.createTable')}
          </Button>
        </>
      }
    >
      <form id="price-table" noValidate onSubmit={save.submit} className="col g6">
        <FormProblem>{save.problem}</FormProblem>
        {!companyId && (
          <Field label={t('prices.scope')}>
            <Segmented
              items={scopes.map((each) => ({ value: each, label: t(`prices.scopes.${each}`) }))}
              value={scope ?? null}
              onChange={(value) => form.setValue('scope', scopes.find((each) => each === value) ?? 'state')}
            />
          </Field>
        )}
        {scope === 'state' && (
          <Field label={t('prices.scopes.state')} error={errors.stateCode?.message}>
            <Combobox
              items={states.map(({ code, name }) => ({ value: code, label: name, detail: code }))}
              value={stateCode || null}
              onChange={(value) => {
                form.clearErrors('stateCode');
                form.setValue('stateCode', value ?? '');
              }}
              labels={{ list: t('prices.scopes.state'), empty: t('prices.noState') }}
            />
          </Field>
        )}
        {scope === 'company' && !companyId && (
          <Field label={t('prices.scopes.company')} error={errors.companyId?.message}>
            <Combobox
              items={(companies.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={company || null}
              valueLabel={companyName}
              onSearch={setSearched}
              loading={companies.isFetching}
              onChange={(value) => {
                form.clearErrors('companyId');
                form.setValue('companyId', value ?? '');
              }}
              labels={{ list: t('prices.scopes.company'), empty: t('prices.noCompany') }}
            />
          </Field>
        )}
        <Field
          label={t('prices.tableName')}
          hint={nameOfPlace && t('prices.tableNameHint', { name: nameOfPlace })}
          error={errors.name?.message}
        >
          <TextInput
            {...form.register('name', { validate: (text) => Boolean(text || nameOfPlace) || t('form.required') })}
            maxLength={120}
          />
        </Field>
      </form>
    </Dialog>
  );
}
