import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useFieldArray, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Button, Combobox, Dialog, Field, IconButton, TextInput } from '@tradeyard/design-system';
import { categoriesQuery, inTreeOrder, pathName } from '../../shared/catalogue.queries';
import { FormProblem } from '../../shared/form/form-problem';
import { useFormSave } from '../../shared/form/use-form-save';
import { readPercent, writtenPercent } from '../../shared/percent-input';
import { useMay } from '../../shared/session';
import { useKeepTier, type BuyerTier } from './discounts.queries';

/** A new standing of companies, or one there is, with its discounts per category. */
export function TierDialog({ tier, onClose }: { tier: BuyerTier | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormats();
  const may = useMay();
  const keep = useKeepTier();
  const categories = useQuery({ ...categoriesQuery, enabled: may('product.read') }).data ?? [];
  const form = useForm({
    defaultValues: {
      code: tier?.code ?? '',
      name: tier?.name ?? '',
      defaultPercent: writtenPercent(tier?.defaultPercent ?? '0', decimalSeparator),
      categories: (tier?.categories ?? []).map(({ categoryId, percent }) => ({
        categoryId,
        percent: writtenPercent(percent, decimalSeparator),
      })),
    },
  });
  const rows = useFieldArray({ control: form.control, name: 'categories' });
  const chosen = useWatch({ control: form.control, name: 'categories' });
  const save = useFormSave(
    form,
    async ({ code, name, defaultPercent, categories: own }) => {
      await keep.mutateAsync({
        tier,
        body: {
          code,
          name,
          defaultPercent: readPercent(defaultPercent, decimalSeparator) ?? defaultPercent,
          categories: own.map(({ categoryId, percent }) => ({
            categoryId,
            percent: readPercent(percent, decimalSeparator) ?? percent,
          })),
        },
      });
      onClose();
    },
    { 'buyer_tier.code_taken': 'code' },
  );
  const { errors } = form.formState;
  const required = { required: t('form.required') };
  const percent = {
    validate: (text: string) => readPercent(text, decimalSeparator) !== null || t('discounts.notPercent'),
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={tier ? t('discounts.editTier', { name: tier.name }) : t('discounts.newTier')}
      description={t('discounts.tierText')}
      closeLabel={t('list.close')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('list.cancel')}
          </Button>
          <Button variant="primary" type="submit" form="buyer-tier" busy={save.busy}>
            {t(tier ? 'list.save' : 'discounts.addTier')}
          </Button>
        </>
      }
    >
      <form id="buyer-tier" noValidate onSubmit={save.submit} className="col g6">
        <FormProblem>{save.problem}</FormProblem>
        <div className="discount-fields">
          <Field label={t('discounts.name')} error={errors.name?.message} required>
            <TextInput autoFocus {...form.register('name', required)} maxLength={120} />
          </Field>
          <Field label={t('discounts.code')} error={errors.code?.message} required>
            <TextInput {...form.register('code', required)} maxLength={40} />
          </Field>
          <Field label={t('discounts.everywhere')} error={errors.defaultPercent?.message} required>
            <TextInput {...form.register('defaultPercent', percent)} numeric suffix="%" maxLength={7} />
          </Field>
        </div>
        <fieldset className="col g4">
          <legend className="role-subhead">{t('discounts.byCategory')}</legend>
          <p className="small muted">{t('discounts.byCategoryText')}</p>
          {rows.fields.map((row, index) => (
            <div key={row.id} className="tier-row">
              <Field
                label={t('discounts.category')}
                hideLabel={index > 0}
                error={errors.categories?.[index]?.categoryId?.message}
              >
                <Combobox
                  items={inTreeOrder(categories)
                    .filter(
                      ({ id }) =>
                        id === chosen[index]?.categoryId || chosen.every(({ categoryId }) => categoryId !== id),
                    )
                    .map(({ id, code }) => ({ value: id, label: pathName(categories, id), detail: code }))}
                  value={chosen[index]?.categoryId || null}
                  valueLabel={chosen[index]?.categoryId && pathName(categories, chosen[index].categoryId)}
                  onChange={(id) => {
                    form.clearErrors(`categories.${index}.categoryId`);
                    form.setValue(`categories.${index}.categoryId`, id ?? '');
                  }}
                  labels={{ list: t('discounts.category'), empty: t('discounts.noCategory') }}
                />
              </Field>
              <Field
                label={t('discounts.percent')}
                hideLabel={index > 0}
                error={errors.categories?.[index]?.percent?.message}
              >
                <TextInput
                  {...form.register(`categories.${index}.percent`, percent)}
                  numeric
                  suffix="%"
                  maxLength={7}
                />
              </Field>
              <IconButton
                icon={X}
                label={t('discounts.removeCategory', { name: pathName(categories, chosen[index]?.categoryId ?? '') })}
                onClick={() => rows.remove(index)}
              />
            </div>
          ))}
          <div>
            <Button size="sm" icon={Plus} onClick={() => rows.append({ categoryId: '', percent: '' })}>
              {t('discounts.addCategory')}
            </Button>
          </div>
        </fieldset>
      </form>
    </Dialog>
  );
}
