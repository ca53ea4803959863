import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Button, Dialog } from '@tradeyard/design-system';
import { FormProblem } from '../../shared/form/form-problem';
import { useFormSave } from '../../shared/form/use-form-save';
import { useCompanyChanges } from './companies.queries';
import { bodyOf, CompanyFields, valuesOf } from './company-fields';
import { fieldOfRefusal } from './company-refusals';

/** Makes a company known. */
export function RegisterDialog({ onMade, onClose }: { onMade: (id: string) => void; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormats();
  const { register } = useCompanyChanges();
  const form = useForm({ defaultValues: valuesOf(null, decimalSeparator) });
  const save = useFormSave(
    form,
    async (values) => onMade((await register.mutateAsync(bodyOf(values, decimalSeparator))).id),
    fieldOfRefusal,
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={t('companies.newTitle')}
      closeLabel={t('list.close')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('list.cancel')}
          </Button>
          <Button variant="primary" type="submit" form="company" busy={save.busy}>
            {t('companies.register')}
          </Button>
        </>
      }
    >
      <form id="company" noValidate onSubmit={save.submit} className="col g6">
        <FormProblem>{save.problem}</FormProblem>
        <CompanyFields form={form} />
      </form>
    </Dialog>
  );
}
