import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { useTenant } from '@tradeyard/app-kit';
import { Button, Combobox, Dialog, Field, TextInput } from '@tradeyard/design-system';
import { companiesQuery, companyNameQuery } from '../../shared/companies.queries';
import { dayOf, lastDayOf, meantEnd, meantStart } from '../../shared/day';
import { FormProblem } from '../../shared/form/form-problem';
import { useFormSave } from '../../shared/form/use-form-save';
import { useContractChanges, type Contract } from './contracts.queries';

/** Takes all prices of a contract over for another company, as a draft that can still be changed. */
export function CopyContractDialog({ contract, onClose }: { contract: Contract; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const navigate = useNavigate();
  const { copy } = useContractChanges();
  const [search, setSearch] = useState('');
  const form = useForm({
    defaultValues: {
      companyId: '',
      name: '',
      validFrom: contract.validFrom ? dayOf(contract.validFrom, timeZone) : '',
      validTo: contract.validTo ? lastDayOf(contract.validTo, timeZone) : '',
    },
  });
  const companyId = useWatch({ control: form.control, name: 'companyId' });
  const companies = useQuery(companiesQuery(search));
  const { data: companyName } = useQuery({ ...companyNameQuery(companyId), enabled: companyId !== '' });
  const save = useFormSave(
    form,
    async ({ name, validFrom, validTo, ...to }) => {
      if (!to.companyId) return form.setError('companyId', { message: t('form.required') });
      const draft = await copy.mutateAsync({
        id: contract.id,
        companyId: to.companyId,
        ...(name && { name }),
        validFrom: meantStart(validFrom, contract.validFrom, timeZone),
        validTo: meantEnd(validTo, contract.validTo, timeZone),
      });
      void navigate(`/prices/revisions/${draft.tableId}/${draft.id}`);
    },
    { 'price_table.name_taken': 'name' },
  );
  const { errors } = form.formState;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('contracts.copyTitle', { name: contract.name })}
      description={t('contracts.copyText')}
      closeLabel={t('list.close')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('list.cancel')}
          </Button>
          <Button variant="primary" type="submit" form="copy-contract" busy={save.busy}>
            {t('contracts.copyAsDraft')}
          </Button>
        </>
      }
    >
      <form id="copy-contract" noValidate onSubmit={save.submit} className="col g6">
        <FormProblem>{save.problem}</FormProblem>
        <div className="fields">
          <Field label={t('contracts.toCompany')} error={errors.companyId?.message} required className="wide">
            <Combobox
              items={(companies.data ?? [])
                .filter(({ id }) => id !== contract.companyId)
                .map(({ id, name }) => ({ value: id, label: name }))}
              value={companyId || null}
              valueLabel={companyName}
              onSearch={setSearch}
              loading={companies.isFetching}
              onChange={(id) => {
                form.clearErrors('companyId');
                form.setValue('companyId', id ?? '');
              }}
              labels={{
                list: t('contracts.toCompany'),
                empty: t('explain.noCompany'),
                loading: t('explain.looking'),
                results: (count) => t('explain.found', { count }),
              }}
            />
          </Field>
          <Field
            label={t('contracts.name')}
            aside={t('list.optional')}
            hint={t('contracts.copyNameHint')}
            error={errors.name?.message}
            className="wide"
          >
            <TextInput {...form.register('name')} maxLength={120} />
          </Field>
          <Field label={t('contracts.from')} aside={t('list.optional')}>
            <TextInput type="date" {...form.register('validFrom')} />
          </Field>
          <Field label={t('contracts.until')} aside={t('list.optional')} error={errors.validTo?.message}>
            <TextInput
              type="date"
              {...form.register('validTo', {
                validate: (day, { validFrom }) => !day || !validFrom || day >= validFrom || t('contracts.endsFirst'),
              })}
            />
          </Field>
        </div>
      </form>
    </Dialog>
  );
}
