import { useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { useFormats } from '@tradeyard/app-kit';
import { Alert, Button, Panel } from '@tradeyard/design-system';
import { FormProblem } from '../../shared/form/form-problem';
import { useFormSave } from '../../shared/form/use-form-save';
import { companyQuery, useCompanyChanges, type Company } from './companies.queries';
import { bodyOf, CompanyFields, valuesOf } from './company-fields';
import { fieldOfRefusal } from './company-refusals';

/** A company's facts to edit. What somebody else saved meanwhile is taken over into the fields left alone. */
export function FactsPanel({ company }: { company: Company }): ReactNode {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormats();
  const client = useQueryClient();
  const { change } = useCompanyChanges();
  const [merged, setMerged] = useState(false);
  const form = useForm({
    values: valuesOf(company, decimalSeparator),
    resetOptions: { keepDirtyValues: true },
  });
  const save = useFormSave(
    form,
    async (values) => {
      setMerged(false);
      try {
        const { id, version } = company;
        const saved = await change.mutateAsync({ id, version, ...bodyOf(values, decimalSeparator) });
        form.reset(valuesOf(saved, decimalSeparator));
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'company.stale') throw error;
        await client.fetchQuery({ ...companyQuery(company.id), staleTime: 0 });
        setMerged(true);
      }
    },
    fieldOfRefusal,
  );
  const { isDirty } = form.formState;
  return (
    <Panel
      title={t('companies.facts')}
      footer={
        isDirty && (
          <>
            <span className="grow muted" role="status">
              {t('form.unsaved')}
            </span>
            <Button
              variant="ghost"
              onClick={() => {
                save.clear();
                form.reset(valuesOf(company, decimalSeparator));
              }}
            >
              {t('form.discard')}
            </Button>
            <Button variant="primary" type="submit" form="facts" busy={save.busy}>
              {t('list.save')}
            </Button>
          </>
        )
      }
    >
      <form id="facts" noValidate onSubmit={save.submit} className="col g6">
        {merged && (
          <Alert meaning="mark" title={t('companies.merged')} assertive>
            {t('companies.mergedText')}
          </Alert>
        )}
        <FormProblem>{save.problem}</FormProblem>
        <CompanyFields form={form} />
      </form>
    </Panel>
  );
}
