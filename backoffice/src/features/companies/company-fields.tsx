import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormats, useTenant } from '@tradeyard/app-kit';
import { Combobox, Field, Select, TextInput } from '@tradeyard/design-system';
import { readAmount } from '../../shared/form/read-amount';
import { staffQuery } from '../../shared/people/people.queries';
import { useMay } from '../../shared/session';
import { tiersQuery, type Company, type NewCompany } from './companies.queries';
import { termsAround, useTerms } from './payment-terms';

export interface CompanyValues {
  name: string;
  taxId: string;
  stateCode: string;
  status: Company['status'];
  tierId: string | null;
  salesRepId: string | null;
  email: string;
  creditLimit: string;
  paymentTerms: string;
  address: { line1: string; line2: string; city: string; stateCode: string; postalCode: string };
}

/** The form's beginning: a company's facts, or those of a new one. */
export function valuesOf(company: Company | null, decimalSeparator: '.' | ','): CompanyValues {
  const { line1 = '', line2, city = '', stateCode = '', postalCode = '' } = company?.address ?? {};
  return {
    name: company?.name ?? '',
    taxId: company?.taxId ?? '',
    stateCode: company?.stateCode ?? '',
    status: company?.status ?? 'active',
    tierId: company?.tierId ?? null,
    salesRepId: company?.salesRepId ?? null,
    email: company?.email ?? '',
    creditLimit: (company?.creditLimit ?? '0.00').replace('.', decimalSeparator),
    paymentTerms: company?.paymentTerms ?? 'prepaid',
    address: { line1, line2: line2 ?? '', city, stateCode, postalCode },
  };
}

/** What the form says, as the API takes it. */
export function bodyOf(values: CompanyValues, decimalSeparator: '.' | ','): NewCompany {
  const { address, email, creditLimit, ...facts } = values;
  const anywhere = Object.values(address).some(Boolean);
  return {
    ...facts,
    email: email || null,
    creditLimit: readAmount(creditLimit, decimalSeparator) ?? creditLimit,
    address: anywhere ? { ...address, line2: address.line2 || null } : null,
  };
}

/** Every fact of a company that can be edited. */
export function CompanyFields({ form }: { form: UseFormReturn<CompanyValues> }): ReactNode {
  const { t } = useTranslation();
  const { states, currency } = useTenant();
  const { decimalSeparator } = useFormats();
  const may = useMay();
  const terms = useTerms();
  const { data: tiers, isError: noTiers } = useQuery({ ...tiersQuery, enabled: may('price.read') });
  const { data: staff, isError: noStaff } = useQuery({ ...staffQuery, enabled: may('staff.read') });
  const { errors } = form.formState;
  const [stateCode, paymentTerms, tierId, salesRepId, addressState] = useWatch({
    control: form.control,
    name: ['stateCode', 'paymentTerms', 'tierId', 'salesRepId', 'address.stateCode'],
  });
  const set = (name: 'stateCode' | 'paymentTerms' | 'address.stateCode') => (value: string | null) => {
    form.clearErrors(name);
    form.setValue(name, value ?? '', { shouldDirty: true });
  };
  const setOrNone = (name: 'tierId' | 'salesRepId') => (value: string | null) => {
    form.clearErrors(name);
    form.setValue(name, value || null, { shouldDirty: true });
  };
  const stateItems = states.map(({ code, name }) => ({ value: code, label: name, detail: code }));
  const labels = { list: t('companies.states'), empty: t('companies.noState') };
  const required = { required: t('form.required') };
  return (
    <div className="fields">
      <Field label={t('people.name')} error={errors.name?.message} required className="wide">
        <TextInput {...form.register('name', required)} maxLength={200} />
      </Field>
      <Field label={t('companies.taxId')} error={errors.taxId?.message} required>
        <TextInput {...form.register('taxId', required)} maxLength={30} />
      </Field>
      <Field label={t('companies.state')} hint={t('companies.stateHint')} error={errors.stateCode?.message} required>
        <Combobox items={stateItems} value={stateCode || null} onChange={set('stateCode')} labels={labels} />
      </Field>
      <Field label={t('people.email')} aside={t('list.optional')} error={errors.email?.message}>
        <TextInput {...form.register('email')} type="email" maxLength={254} />
      </Field>
      <Field label={t('companies.paymentTerms')} error={errors.paymentTerms?.message}>
        <Select
          items={termsAround(paymentTerms).map((each) => ({ value: each, label: terms(each) }))}
          value={paymentTerms}
          onChange={set('paymentTerms')}
        />
      </Field>
      <Field label={t('companies.creditLimit')} error={errors.creditLimit?.message}>
        <TextInput
          {...form.register('creditLimit', {
            validate: (text) => readAmount(text, decimalSeparator) !== null || t('form.refused.creditLimit'),
          })}
          numeric
          prefix={currency}
        />
      </Field>
      {may('price.read') && !noTiers && (
        <Field label={t('companies.tier')} hint={t('companies.tierHint')} error={errors.tierId?.message}>
          <Select
            items={[
              { value: '', label: t('list.none') },
              ...(tiers ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={tierId ?? ''}
            onChange={setOrNone('tierId')}
          />
        </Field>
      )}
      {may('staff.read') && !noStaff && (
        <Field label={t('companies.salesRep')} error={errors.salesRepId?.message}>
          <Combobox
            items={(staff ?? [])
              .filter(({ status, id }) => status === 'active' || id === salesRepId)
              .map(({ id, name }) => ({ value: id, label: name }))}
            value={salesRepId}
            onChange={setOrNone('salesRepId')}
            labels={{ list: t('companies.salesRep'), empty: t('companies.noRep'), clear: t('companies.clearRep') }}
          />
        </Field>
      )}
      <fieldset className="fields wide">
        <legend className="font-semibold">{t('companies.address')}</legend>
        <Field label={t('companies.line1')} error={errors.address?.line1?.message} className="wide">
          <TextInput {...form.register('address.line1')} maxLength={200} />
        </Field>
        <Field label={t('companies.line2')} aside={t('list.optional')} className="wide">
          <TextInput {...form.register('address.line2')} maxLength={200} />
        </Field>
        <Field label={t('companies.city')} error={errors.address?.city?.message}>
          <TextInput {...form.register('address.city')} maxLength={100} />
        </Field>
        <Field label={t('companies.postalCode')} error={errors.address?.postalCode?.message}>
          <TextInput {...form.register('address.postalCode')} maxLength={12} />
        </Field>
        <Field label={t('companies.state')} error={errors.address?.stateCode?.message}>
          <Combobox
            items={stateItems}
            value={addressState || null}
            onChange={set('address.stateCode')}
            labels={labels}
          />
        </Field>
      </fieldset>
    </div>
  );
}
