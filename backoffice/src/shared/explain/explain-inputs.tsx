import { useEffect, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats, useTenant } from '@tradeyard/app-kit';
import { Combobox, Field, Select, TextInput } from '@tradeyard/design-system';
import { companiesQuery, companyNameQuery } from '../companies.queries';
import { readAmount } from '../form/read-amount';
import { useMay } from '../session';
import type { Ask } from './ask';
import { askedProductQuery, productChoiceQuery } from './explain.queries';

const SETTLES = 250;

/** Everything a price depends on, to be changed: every change asks again. */
export function ExplainInputs({
  ask,
  withProduct,
  quantityError,
  onChange,
}: {
  ask: Ask;
  /** Whether another product can be chosen. */
  withProduct: boolean;
  quantityError?: string;
  onChange: (change: Partial<Ask>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const { states } = useTenant();
  const { day } = useFormats();
  const [companySearch, setCompanySearch] = useState('');
  const [productSearch, setProductSearch] = useState('');
  const companies = useQuery({ ...companiesQuery(companySearch), enabled: may('company.read') });
  const { data: companyName } = useQuery({ ...companyNameQuery(ask.company), enabled: Boolean(ask.company) });
  const products = useQuery({ ...productChoiceQuery(productSearch), enabled: withProduct });
  const { data: product } = useQuery(askedProductQuery(ask.product));
  const found = (count: number): string => t('explain.found', { count });
  return (
    <div className="what">
      {withProduct && (
        <Field label={t('explain.product')} className="wide">
          <Combobox
            size="sm"
            items={(products.data ?? []).map(({ id, name, sku }) => ({ value: id, label: name, detail: sku }))}
            value={ask.product || null}
            valueLabel={product && `${product.name} · ${product.sku}`}
            onSearch={setProductSearch}
            loading={products.isFetching}
            onChange={(id) => onChange({ product: id ?? '', unit: '' })}
            placeholder={t('explain.productHint')}
            labels={{
              list: t('explain.product'),
              empty: t('explain.noProduct'),
              loading: t('explain.looking'),
              results: found,
            }}
          />
        </Field>
      )}
      {may('company.read') && (
        <Field label={t('explain.company')} className="company">
          <Combobox
            size="sm"
            items={(companies.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={ask.company || null}
            valueLabel={companyName}
            onSearch={setCompanySearch}
            loading={companies.isFetching}
            onChange={(id) => onChange({ company: id ?? '' })}
            placeholder={t('explain.anyone')}
            labels={{
              list: t('explain.company'),
              empty: t('explain.noCompany'),
              loading: t('explain.looking'),
              clear: t('explain.anyone'),
              results: found,
            }}
          />
        </Field>
      )}
      <Settling
        label={t('explain.quantity')}
        value={ask.quantity}
        numeric
        error={quantityError}
        onSettle={(quantity) => onChange({ quantity })}
      />
      <Field label={t('explain.unit')}>
        <Select
          size="sm"
          items={(product?.units ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          value={ask.unit || product?.units[0]?.code}
          disabled={!product}
          onChange={(unit) => onChange({ unit })}
        />
      </Field>
      <Field label={t('explain.state')}>
        <Select
          size="sm"
          items={[
            { value: '', label: t(ask.company ? 'explain.ownState' : 'explain.noState') },
            ...states.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={ask.state}
          onChange={(state) => onChange({ state })}
        />
      </Field>
      <Field label={t('explain.date')}>
        <TextInput
          size="sm"
          type="date"
          value={ask.date.slice(0, 10) || day()}
          onChange={({ target: { value } }) => onChange({ date: value === day() ? '' : value })}
        />
      </Field>
      <Settling label={t('explain.code')} value={ask.code} onSettle={(code) => onChange({ code: code.trim() })} />
    </div>
  );
}

/** Text that counts once one pauses. */
function Settling({
  label,
  value,
  numeric,
  error,
  onSettle,
}: {
  label: string;
  value: string;
  numeric?: boolean;
  error?: string;
  onSettle: (text: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormats();
  const written = numeric ? value.replace('.', decimalSeparator) : value;
  const [typed, setTyped] = useState(written);
  const [shown, setShown] = useState(written);
  const read = numeric ? readAmount(typed, decimalSeparator) : typed;
  if (written !== shown) {
    setShown(written);
    if (read !== value) setTyped(written);
  }
  useEffect(() => {
    if (read === null || read === value || (numeric && read.startsWith('-'))) return;
    const timer = setTimeout(() => onSettle(read), SETTLES);
    return () => clearTimeout(timer);
  });
  return (
    <Field label={label} error={read === null || (numeric && read.startsWith('-')) ? t('explain.notQuantity') : error}>
      <TextInput
        size="sm"
        numeric={numeric}
        value={typed}
        maxLength={numeric ? 16 : 60}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Field>
  );
}
