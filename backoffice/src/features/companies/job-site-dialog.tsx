import type { ReactNode } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormats, useTenant } from '@tradeyard/app-kit';
import { Button, Combobox, Dialog, Field, TextArea, TextInput } from '@tradeyard/design-system';
import { FormProblem } from '../../shared/form/form-problem';
import { readAmount } from '../../shared/form/read-amount';
import { useFormSave } from '../../shared/form/use-form-save';
import { useCompanyPeople, type JobSite } from './companies.queries';

/** A new delivery place, or one there is. */
export function JobSiteDialog({
  companyId,
  site,
  onClose,
}: {
  companyId: string;
  site: JobSite | null;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { states, currency } = useTenant();
  const { decimalSeparator } = useFormats();
  const { openSite, changeSite } = useCompanyPeople(companyId);
  const form = useForm({
    defaultValues: {
      name: site?.name ?? '',
      line1: site?.line1 ?? '',
      line2: site?.line2 ?? '',
      city: site?.city ?? '',
      stateCode: site?.stateCode ?? '',
      postalCode: site?.postalCode ?? '',
      contactName: site?.contactName ?? '',
      contactPhone: site?.contactPhone ?? '',
      accessNotes: site?.accessNotes ?? '',
      poPattern: site?.poPattern ?? '',
      budget: (site?.budget ?? '').replace('.', decimalSeparator),
    },
  });
  const save = useFormSave(
    form,
    async ({ line2, contactName, contactPhone, accessNotes, poPattern, budget, ...place }) => {
      const body = {
        ...place,
        line2: line2 || null,
        contactName: contactName || null,
        contactPhone: contactPhone || null,
        accessNotes: accessNotes || null,
        poPattern: poPattern || null,
        budget: budget ? (readAmount(budget, decimalSeparator) ?? budget) : null,
      };
      await (site ? changeSite.mutateAsync({ id: site.id, ...body }) : openSite.mutateAsync(body));
      onClose();
    },
    { 'company.state_unknown': 'stateCode' },
  );
  const { errors } = form.formState;
  const stateCode = useWatch({ control: form.control, name: 'stateCode' });
  const required = { required: t('form.required') };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={site ? t('companies.editSite', { name: site.name }) : t('companies.newSite')}
      closeLabel={t('list.close')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('list.cancel')}
          </Button>
          <Button variant="primary" type="submit" form="site" busy={save.busy}>
            {site ? t('list.save') : t('companies.addSite')}
          </Button>
        </>
      }
    >
      <form id="site" noValidate onSubmit={save.submit} className="col g6">
        <FormProblem>{save.problem}</FormProblem>
        <div className="fields">
          <Field label={t('people.name')} error={errors.name?.message} required className="wide">
            <TextInput autoFocus {...form.register('name', required)} maxLength={120} />
          </Field>
          <Field label={t('companies.line1')} error={errors.line1?.message} required className="wide">
            <TextInput {...form.register('line1', required)} maxLength={200} />
          </Field>
          <Field label={t('companies.line2')} aside={t('list.optional')} className="wide">
            <TextInput {...form.register('line2')} maxLength={200} />
          </Field>
          <Field label={t('companies.city')} error={errors.city?.message} required>
            <TextInput {...form.register('city', required)} maxLength={100} />
          </Field>
          <Field label={t('companies.postalCode')} error={errors.postalCode?.message} required>
            <TextInput {...form.register('postalCode', required)} maxLength={12} />
          </Field>
          <Field label={t('companies.state')} error={errors.stateCode?.message} required>
            <Combobox
              items={states.map(({ code, name }) => ({ value: code, label: name, detail: code }))}
              value={stateCode || null}
              onChange={(code) => {
                form.clearErrors('stateCode');
                form.setValue('stateCode', code ?? '');
              }}
              labels={{ list: t('companies.states'), empty: t('companies.noState') }}
            />
          </Field>
          <Field label={t('companies.contactName')} aside={t('list.optional')}>
            <TextInput {...form.register('contactName')} maxLength={120} />
          </Field>
          <Field label={t('companies.contactPhone')} aside={t('list.optional')}>
            <TextInput {...form.register('contactPhone')} type="tel" maxLength={40} />
          </Field>
          <Field label={t('companies.poPattern')} aside={t('list.optional')} hint={t('companies.poHint')}>
            <TextInput {...form.register('poPattern')} maxLength={60} />
          </Field>
          <Field label={t('companies.budget')} aside={t('list.optional')} error={errors.budget?.message}>
            <TextInput
              {...form.register('budget', {
                validate: (text) => !text || readAmount(text, decimalSeparator) !== null || t('form.refused.budget'),
              })}
              numeric
              prefix={currency}
            />
          </Field>
          <Field label={t('companies.accessNotes')} aside={t('list.optional')} className="wide">
            <TextArea {...form.register('accessNotes')} maxLength={1000} rows={2} />
          </Field>
        </div>
      </form>
    </Dialog>
  );
}
