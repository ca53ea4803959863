import type { ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { useRefusal, useTenant } from '@tradeyard/app-kit';
import { Alert, Button, Dialog, Field, Select, TextArea, TextInput } from '@tradeyard/design-system';
import { useBuyer } from '../../shared/session';
import type { JobSite } from '../../shared/views';
import { saveJobSite, type JobSiteWish } from './account.queries';

type Fields = { [Name in keyof JobSiteWish]: string };

const OPTIONAL = ['line2', 'contactName', 'contactPhone', 'accessNotes', 'poPattern'] as const;

/** Opens a job site or changes one. */
export function JobSiteDialog({ site, onClose }: { site: JobSite | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const { states } = useTenant();
  const buyer = useBuyer();
  const { register, control, handleSubmit, setError, formState } = useForm<Fields>({
    defaultValues: {
      name: site?.name ?? '',
      line1: site?.line1 ?? '',
      line2: site?.line2 ?? '',
      city: site?.city ?? '',
      stateCode: site?.stateCode ?? buyer?.company?.stateCode ?? '',
      postalCode: site?.postalCode ?? '',
      contactName: site?.contactName ?? '',
      contactPhone: site?.contactPhone ?? '',
      accessNotes: site?.accessNotes ?? '',
      poPattern: site?.poPattern ?? '',
    },
  });
  const save = useMutation({
    ...saveJobSite(site?.id ?? null),
    onSettled: (_, error) => {
      if (!error) onClose();
      else if (error instanceof ApiError) {
        for (const { path } of error.fields) setError(path as keyof Fields, { message: t('sites.wrong') });
      }
    },
  });
  const submit = (fields: Fields): void => {
    const optional = Object.fromEntries(OPTIONAL.map((name) => [name, fields[name].trim() || null]));
    save.mutate({
      ...(optional as Pick<JobSiteWish, (typeof OPTIONAL)[number]>),
      name: fields.name.trim(),
      line1: fields.line1.trim(),
      city: fields.city.trim(),
      stateCode: fields.stateCode,
      postalCode: fields.postalCode.trim(),
    });
  };
  const wrong = (name: keyof Fields): string | undefined => {
    const error = formState.errors[name];
    return error && (error.message || t('sites.needed'));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={site ? t('sites.editTitle', { name: site.name }) : t('sites.addTitle')}
      closeLabel={t('shell.close')}
    >
      <form noValidate className="col g5" onSubmit={(event) => void handleSubmit(submit)(event)}>
        {save.error && <Alert meaning="danger" assertive title={refusal(save.error)} />}
        <Field label={t('sites.name')} error={wrong('name')} required>
          <TextInput {...register('name', { required: true })} maxLength={120} />
        </Field>
        <Field label={t('sites.line1')} error={wrong('line1')} required>
          <TextInput {...register('line1', { required: true })} maxLength={200} autoComplete="address-line1" />
        </Field>
        <Field label={t('sites.line2')} aside={t('checkout.optional')} error={wrong('line2')}>
          <TextInput {...register('line2')} maxLength={200} autoComplete="address-line2" />
        </Field>
        <div className="grid gap-3 desk:grid-cols-[1fr_1fr_7rem]">
          <Field label={t('sites.city')} error={wrong('city')} required>
            <TextInput {...register('city', { required: true })} maxLength={100} />
          </Field>
          <Controller
            control={control}
            name="stateCode"
            rules={{ required: true }}
            render={({ field }) => (
              <Field label={t('sites.state')} error={wrong('stateCode')} required>
                <Select
                  value={field.value}
                  onChange={field.onChange}
                  placeholder={t('sites.choose')}
                  items={states.map(({ code, name }) => ({ value: code, label: name }))}
                />
              </Field>
            )}
          />
          <Field label={t('sites.postalCode')} error={wrong('postalCode')} required>
            <TextInput {...register('postalCode', { required: true, minLength: 3 })} maxLength={12} />
          </Field>
        </div>
        <div className="grid gap-3 desk:grid-cols-2">
          <Field label={t('sites.contact')} aside={t('checkout.optional')} error={wrong('contactName')}>
            <TextInput {...register('contactName')} maxLength={120} />
          </Field>
          <Field label={t('sites.phone')} aside={t('checkout.optional')} error={wrong('contactPhone')}>
            <TextInput {...register('contactPhone')} type="tel" maxLength={40} />
          </Field>
        </div>
        <Field label={t('sites.access')} aside={t('checkout.optional')} error={wrong('accessNotes')}>
          <TextArea {...register('accessNotes')} rows={2} maxLength={1000} />
        </Field>
        <Field
          label={t('sites.poPattern')}
          aside={t('checkout.optional')}
          hint={t('sites.poPatternHint')}
          error={wrong('poPattern')}
        >
          <TextInput {...register('poPattern')} maxLength={60} placeholder="AB-####" />
        </Field>
        <div className="row g4 justify-end">
          <Button variant="ghost" onClick={onClose}>
            {t('sites.cancel')}
          </Button>
          <Button variant="primary" type="submit" busy={save.isPending}>
            {site ? t('sites.save') : t('sites.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
