import type { ReactNode } from 'react';
import { Plus, X } from 'lucide-react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  Button,
  Field,
  IconButton,
  Panel,
  parseQuantity,
  Table,
  TableScroll,
  Td,
  TextInput,
  Th,
} from '@tradeyard/design-system';
import type { ProductValues } from './product-form';

const amounts = ['factor', 'step', 'minimum'] as const;

/** How a product is sold: each unit with what it holds of the base unit, its step and minimum. */
export function UnitsEditor({ form }: { form: UseFormReturn<ProductValues> }): ReactNode {
  const { t } = useTranslation();
  const { register, control, formState } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'units' });
  const errors = formState.errors.units;
  const text = { required: t('form.required') };
  const amount = {
    ...text,
    validate: (value: string) => (parseQuantity(value) ?? 0n) > 0n || t('products.notAmount'),
  };
  return (
    <Panel
      title={t('products.units')}
      flush
      actions={
        <Button
          variant="ghost"
          size="sm"
          icon={Plus}
          onClick={() => append({ code: '', name: '', factor: '1', step: '1', minimum: '1' })}
        >
          {t('products.addUnit')}
        </Button>
      }
    >
      <TableScroll label={t('products.units')}>
        <Table caption={t('products.units')} plain className="units-table">
          <thead>
            <tr>
              <Th>{t('products.unit.code')}</Th>
              <Th>{t('products.unit.name')}</Th>
              {amounts.map((name) => (
                <Th num key={name}>
                  {t(`products.unit.${name}`)}
                </Th>
              ))}
              <Th>
                <span className="sr">{t('products.unit.remove')}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ id }, index) => {
              const label = (name: string): string =>
                t('products.unit.of', { field: t(`products.unit.${name}`), number: index + 1 });
              return (
                <tr key={id}>
                  <Td>
                    <Field label={label('code')} hideLabel error={errors?.[index]?.code?.message}>
                      <TextInput size="sm" maxLength={20} {...register(`units.${index}.code`, text)} />
                    </Field>
                  </Td>
                  <Td>
                    <Field label={label('name')} hideLabel error={errors?.[index]?.name?.message}>
                      <TextInput size="sm" maxLength={60} {...register(`units.${index}.name`, text)} />
                    </Field>
                  </Td>
                  {amounts.map((name) => (
                    <Td num key={name}>
                      <Field label={label(name)} hideLabel error={errors?.[index]?.[name]?.message}>
                        <TextInput size="sm" numeric maxLength={16} {...register(`units.${index}.${name}`, amount)} />
                      </Field>
                    </Td>
                  ))}
                  <Td>
                    {fields.length > 1 && (
                      <IconButton
                        size="sm"
                        icon={X}
                        label={t('products.unit.removeOf', { number: index + 1 })}
                        onClick={() => remove(index)}
                      />
                    )}
                  </Td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      </TableScroll>
    </Panel>
  );
}
