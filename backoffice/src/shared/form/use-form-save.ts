import { useState } from 'react';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { ApiError } from '@tradeyard/api-client';
import { useRefusal } from '@tradeyard/app-kit';

export interface FormSave {
  submit: (event?: React.BaseSyntheticEvent) => void;
  busy: boolean;
  /** What was refused as a whole, in a sentence; empty when nothing was. */
  problem: string;
  clear: () => void;
}

/**
 * Sends a form. What the API says about a field stands beside that field, `fieldOf` names the field a refused rule is
 * about, and everything else is `problem`.
 */
export function useFormSave<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  save: (values: Values) => Promise<unknown>,
  fieldOf: Readonly<Record<string, FieldPath<Values>>> = {},
): FormSave {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const [problem, setProblem] = useState('');

  const place = (error: unknown): void => {
    const known = error instanceof ApiError ? error : null;
    const ruled = known && fieldOf[known.code];
    const names = fieldNames(form.getValues());
    const fields = (known?.fields ?? []).filter(({ path }) => names.has(path));
    if (ruled) form.setError(ruled, { type: 'server', message: refusal(error) }, { shouldFocus: true });
    fields.forEach(({ path }, index) => {
      const own = `form.refused.${path.split('.').at(-1) ?? ''}`;
      const message = t(i18next.exists(own) ? own : 'form.refused.other');
      form.setError(path as FieldPath<Values>, { type: 'server', message }, { shouldFocus: index === 0 });
    });
    setProblem(ruled || fields.length > 0 ? '' : refusal(error));
  };
  const submit = form.handleSubmit(async (values) => {
    setProblem('');
    try {
      await save(values);
    } catch (error) {
      place(error);
    }
  });
  return {
    submit: (event) => void submit(event),
    busy: form.formState.isSubmitting,
    problem,
    clear: () => setProblem(''),
  };
}

/** The names of every field with its dots: `address.city`. */
function fieldNames(values: object, prefix = ''): Set<string> {
  const names = new Set<string>();
  for (const [name, value] of Object.entries(values)) {
    names.add(prefix + name);
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      for (const inner of fieldNames(value as object, `${prefix}${name}.`)) names.add(inner);
  }
  return names;
}
