import { useEffect, useState, type ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { useFormats } from '@tradeyard/app-kit';
import {
  Checkbox,
  Combobox,
  drawingNames,
  Field,
  Panel,
  Select,
  TextArea,
  TextInput,
  useToast,
} from '@tradeyard/design-system';
import { categoriesQuery, inTreeOrder, pathName } from '../../shared/catalogue.queries';
import { FormProblem } from '../../shared/form/form-problem';
import { mergeForms, type Conflict } from '../../shared/form/merge';
import { MergeDialog } from '../../shared/form/merge-dialog';
import { useFormSave } from '../../shared/form/use-form-save';
import { AttributesEditor } from './attributes-editor';
import { bodyOf, valuesOf, type ProductValues } from './product-form';
import { productQuery, useProductChange, type Product } from './products.queries';
import { UnitsEditor } from './units-editor';

export const PRODUCT_FORM = 'product';
const fieldOf = {
  'product.sku_taken': 'sku',
  'product.category_unknown': 'categoryId',
  'product.gtin_invalid': 'gtin',
  'product.base_unit_missing': 'baseUnit',
  'product.base_unit_factor': 'baseUnit',
} as const;

interface Merge {
  version: number;
  merged: ProductValues;
  theirs: ProductValues;
  conflicts: Conflict[];
}

/** What a product is and how it is sold; a change somebody else made meanwhile is merged, never overwritten. */
export function ProductForm({
  product,
  onBusy,
  onChanged,
  onMade,
}: {
  product: Product | null;
  onBusy: (busy: boolean) => void;
  onChanged: (changed: boolean) => void;
  onMade: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormats();
  const toast = useToast();
  const client = useQueryClient();
  const change = useProductChange();
  const categories = useQuery(categoriesQuery).data ?? [];
  const [base, setBase] = useState(product);
  const [merge, setMerge] = useState<Merge | null>(null);
  const form = useForm<ProductValues>({ defaultValues: valuesOf(product, decimalSeparator) });
  const { register, control, formState } = form;
  const { errors, isDirty } = formState;

  const accept = (saved: Product): void => {
    setBase(saved);
    form.reset(valuesOf(saved, decimalSeparator));
    toast.show({ message: t('products.saved', { name: saved.name }) });
  };
  const write = async (values: ProductValues, version: number | undefined): Promise<void> => {
    const body = bodyOf(values);
    if (!base) {
      onMade((await change.mutateAsync({ kind: 'create', body })).id);
      return;
    }
    try {
      accept(await change.mutateAsync({ kind: 'change', id: base.id, version, body }));
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 409) throw error;
      const now = await client.fetchQuery({ ...productQuery(base.id), staleTime: 0 });
      const theirs = valuesOf(now, decimalSeparator);
      setMerge({ version: now.version, theirs, ...mergeForms(valuesOf(base, decimalSeparator), values, theirs) });
      setBase(now);
    }
  };
  const save = useFormSave(form, (values) => write(values, base?.version), fieldOf);
  const keep = (theirs: ReadonlySet<string>): void => {
    if (!merge) return;
    const chosen = Object.fromEntries([...theirs].map((field) => [field, merge.theirs[field as keyof ProductValues]]));
    const values = { ...merge.merged, ...chosen };
    for (const [name, value] of Object.entries(values)) {
      form.setValue(name as keyof ProductValues, value as never, { shouldDirty: true });
    }
    setMerge(null);
    save.submit();
  };
  useEffect(() => onBusy(save.busy), [onBusy, save.busy]);
  useEffect(() => onChanged(isDirty), [onChanged, isDirty]);

  const required = { required: t('form.required') };
  const label = (name: string): string => t(`products.fields.${name}`);
  const units = form.watch('units');
  return (
    <form id={PRODUCT_FORM} noValidate onSubmit={save.submit} className="product-main">
      <FormProblem>{save.problem}</FormProblem>
      <Panel title={t('products.what')}>
        <div className="form-grid">
          <Field label={label('name')} error={errors.name?.message} required className="wide">
            <TextInput {...register('name', required)} maxLength={200} />
          </Field>
          <Field label={label('sku')} error={errors.sku?.message} required>
            <TextInput {...register('sku', required)} maxLength={60} spellCheck={false} />
          </Field>
          <Field label={label('gtin')} error={errors.gtin?.message} hint={t('products.gtinHint')}>
            <TextInput {...register('gtin')} maxLength={14} inputMode="numeric" />
          </Field>
          <Controller
            control={control}
            name="categoryId"
            rules={required}
            render={({ field }) => (
              <Field label={label('categoryId')} error={errors.categoryId?.message} required>
                <Combobox
                  items={inTreeOrder(categories).map(({ id }) => ({ value: id, label: pathName(categories, id) }))}
                  value={field.value || null}
                  valueLabel={product?.category.name}
                  onChange={(value) => field.onChange(value ?? '')}
                  labels={{ list: label('categoryId'), empty: t('palette.empty') }}
                />
              </Field>
            )}
          />
          <Field label={label('brand')} error={errors.brand?.message}>
            <TextInput {...register('brand')} maxLength={80} />
          </Field>
          <Controller
            control={control}
            name="status"
            render={({ field }) => (
              <Field label={label('status')} hint={t(`products.statusHint.${field.value}`)}>
                <Select
                  items={(['draft', 'active', 'archived'] as const).map((value) => ({
                    value,
                    label: t(`products.status.${value}`),
                  }))}
                  value={field.value}
                  onChange={field.onChange}
                />
              </Field>
            )}
          />
          <Controller
            control={control}
            name="drawing"
            render={({ field }) => (
              <Field label={label('drawing')} hint={t('products.drawingHint')}>
                <Select
                  items={[
                    { value: '', label: t('products.drawingOfCategory') },
                    ...drawingNames.map((name) => ({ value: name, label: t(`products.drawings.${name}`) })),
                  ]}
                  value={field.value}
                  onChange={field.onChange}
                />
              </Field>
            )}
          />
          <Field label={label('description')} error={errors.description?.message} className="wide">
            <TextArea {...register('description')} rows={4} maxLength={10_000} />
          </Field>
        </div>
      </Panel>
      <UnitsEditor form={form} />
      <AttributesEditor form={form} />
      <Panel title={t('products.supply')}>
        <div className="form-grid">
          <Controller
            control={control}
            name="baseUnit"
            rules={required}
            render={({ field }) => (
              <Field
                label={label('baseUnit')}
                hint={t('products.baseUnitHint')}
                error={errors.baseUnit?.message}
                required
              >
                <Select
                  items={units
                    .filter(({ code }) => code)
                    .map(({ code, name }) => ({ value: code, label: name || code }))}
                  value={field.value}
                  onChange={field.onChange}
                />
              </Field>
            )}
          />
          <Field label={label('restockDate')} error={errors.restockDate?.message}>
            <TextInput type="date" {...register('restockDate')} />
          </Field>
          <Controller
            control={control}
            name="backorder"
            render={({ field }) => (
              <Checkbox className="wide" checked={field.value} onChange={field.onChange} label={label('backorder')} />
            )}
          />
        </div>
      </Panel>
      {merge && (
        <MergeDialog
          conflicts={merge.conflicts}
          labelOf={label}
          show={(field, value) => shown(field, value, (id) => pathName(categories, id))}
          onKeep={keep}
          onClose={() => setMerge(null)}
        />
      )}
    </form>
  );
}

function shown(field: string, value: unknown, categoryName: (id: string) => string): string {
  if (field === 'categoryId') return categoryName(String(value));
  if (Array.isArray(value)) {
    return value
      .map(
        (each: { name: string; value?: string; factor?: string }) => `${each.name} ${each.value ?? each.factor ?? ''}`,
      )
      .join(', ');
  }
  return typeof value === 'boolean' ? (value ? '✓' : '–') : String(value || '–').slice(0, 120);
}
