import type { ReactNode } from 'react';
import { Plus, X } from 'lucide-react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button, Field, IconButton, Panel, TextInput } from '@tradeyard/design-system';
import type { ProductValues } from './product-form';

const MOST = 50;

/** What a product is like, name by name; buyers filter by these. */
export function AttributesEditor({ form }: { form: UseFormReturn<ProductValues> }): ReactNode {
  const { t } = useTranslation();
  const { register, control, formState } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'attributes' });
  const errors = formState.errors.attributes;
  const unique = (name: string, values: ProductValues): true | string =>
    values.attributes.filter((each) => each.name.trim() === name.trim()).length === 1 || t('products.attribute.twice');
  const text = { required: t('form.required') };
  return (
    <Panel
      title={t('products.attributes')}
      actions={
        fields.length < MOST && (
          <Button variant="ghost" size="sm" icon={Plus} onClick={() => append({ name: '', value: '' })}>
            {t('products.addAttribute')}
          </Button>
        )
      }
    >
      {fields.length === 0 && <p className="muted">{t('products.noAttributes')}</p>}
      <ul className="col g3">
        {fields.map(({ id }, index) => (
          <li key={id} className="attribute-row">
            <Field
              label={t('products.attribute.name', { number: index + 1 })}
              hideLabel
              error={errors?.[index]?.name?.message}
            >
              <TextInput
                size="sm"
                maxLength={60}
                placeholder={t('products.attribute.nameHint')}
                {...register(`attributes.${index}.name`, { ...text, validate: unique })}
              />
            </Field>
            <Field
              label={t('products.attribute.value', { number: index + 1 })}
              hideLabel
              error={errors?.[index]?.value?.message}
            >
              <TextInput
                size="sm"
                maxLength={200}
                placeholder={t('products.attribute.valueHint')}
                {...register(`attributes.${index}.value`, text)}
              />
            </Field>

            <IconButton
              size="sm"
              icon={X}
              label={t('products.attribute.remove', { number: index + 1 })}
              onClick={() => remove(index)}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
