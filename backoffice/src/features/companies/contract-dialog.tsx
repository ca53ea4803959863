import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useTenant } from '@tradeyard/app-kit';
import { Button, Dialog, Field, TextInput } from '@tradeyard/design-system';
import { dayOf, lastDayOf, meantEnd, meantStart } from '../../shared/day';
import { FormProblem } from '../../shared/form/form-problem';
import { useFormSave } from '../../shared/form/use-form-save';
import { useContractChanges, type Contract } from './contracts.queries';

/** A new contract of a company, or the name and days of one there is. */
export function ContractDialog({
  companyId,
  contract,
  onMade,
  onClose,
}: {
  companyId: string;
  contract: Contract | null;
  onMade?: (contract: Contract) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const { create, change } = useContractChanges();
  const form = useForm({
    defaultValues: {
      name: contract?.name ?? '',
      validFrom: contract?.validFrom ? dayOf(contract.validFrom, timeZone) : '',
      validTo: contract?.validTo ? lastDayOf(contract.validTo, timeZone) : '',
    },
  });
  const save = useFormSave(
    form,
    async ({ name, validFrom, validTo }) => {
      const body = {
        name,
        validFrom: meantStart(validFrom, contract?.validFrom, timeZone),
        validTo: meantEnd(validTo, contract?.validTo, timeZone),
      };
      if (contract) await change.mutateAsync({ id: contract.id, version: contract.version, ...body });
      else onMade?.(await create.mutateAsync({ ...body, scope: 'company', companyId }));
      onClose();
    },
    { 'price_table.name_taken': 'name' },
  );
  const { errors } = form.formState;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={contract ? contract.name : t('contracts.new')}
      description={t(contract ? 'contracts.changeText' : 'contracts.newText')}
      closeLabel={t('list.close')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('list.cancel')}
          </Button>
          <Button variant="primary" type="submit" form="contract" busy={save.busy}>
            {t(contract ? 'list.save' : 'contracts.create')}
          </Button>
        </>
      }
    >
      <form id="contract" noValidate onSubmit={save.submit} className="col g6">
        <FormProblem>{save.problem}</FormProblem>
        <div className="fields">
          <Field label={t('contracts.name')} error={errors.name?.message} required className="wide">
            <TextInput autoFocus {...form.register('name', { required: t('form.required') })} maxLength={120} />
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
