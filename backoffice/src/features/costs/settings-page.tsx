import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { LoadFailed, PageTitle, useDelayed, useFormats } from '@tradeyard/app-kit';
import {
  Button,
  DescriptionList,
  Field,
  Panel,
  SkeletonRows,
  Switch,
  TextInput,
  useToast,
} from '@tradeyard/design-system';
import { FormProblem } from '../../shared/form/form-problem';
import { readAmount } from '../../shared/form/read-amount';
import { useFormSave } from '../../shared/form/use-form-save';
import { PageHeader, PageSheets } from '../../shared/list/page-frame';
import { pricingSettingsQuery } from '../../shared/pricing-settings.queries';
import { useMay } from '../../shared/session';
import { CostViews } from './cost-views';
import { useSettingsChange, type PricingSettings } from './costs.queries';
import { fractionOf, percentOf } from './fraction';
import './costs.css';

/** How this house changes prices: whose leave it takes, the floor, what counts as an outlier, when contracts are called to mind. */
export default function SettingsPage(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const { data, error, isFetching, refetch } = useQuery(pricingSettingsQuery);
  const waiting = useDelayed(!data && !error);
  return (
    <>
      <PageHeader title={<PageTitle name={t('costs.title')} />} views={<CostViews current="settings" />} />
      <PageSheets>
        {error && (
          <LoadFailed
            error={error}
            title={t('costs.settingsFailed')}
            retrying={isFetching}
            onRetry={() => void refetch()}
          />
        )}
        {waiting && <SkeletonRows rows={4} columns={['1fr']} />}
        {data && (
          <Panel title={t('costs.settings')} className="pricing-settings">
            {may('tenant.edit') ? <SettingsForm key={data.version} settings={data} /> : <Facts settings={data} />}
          </Panel>
        )}
      </PageSheets>
    </>
  );
}

function Facts({ settings }: { settings: PricingSettings }): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  const may = useMay();
  const percent = (text: string): string => t('costs.percent', { percent: quantity(text) });
  return (
    <DescriptionList
      items={[
        { name: t('costs.twoPerson'), value: t(settings.twoPersonApproval ? 'costs.yes' : 'costs.no') },
        ...(may('cost.read')
          ? [
              {
                name: t('costs.defaultFloor'),
                value: settings.defaultFloor === null ? t('list.none') : percent(percentOf(settings.defaultFloor)),
              },
            ]
          : []),
        { name: t('costs.outlier'), value: percent(settings.outlierPercent) },
        { name: t('costs.reminder'), value: t('costs.days', { count: settings.expiryReminderDays }) },
      ]}
    />
  );
}

function SettingsForm({ settings }: { settings: PricingSettings }): ReactNode {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormats();
  const may = useMay();
  const toast = useToast();
  const change = useSettingsChange();
  const local = (text: string): string => text.replace('.', decimalSeparator);
  const plain = (text: string): string | null => readAmount(text.replace('%', ''), decimalSeparator);
  const seesFloor = may('cost.read') && may('cost.edit');
  const form = useForm({
    defaultValues: {
      twoPersonApproval: settings.twoPersonApproval,
      defaultFloor: settings.defaultFloor === null ? '' : local(percentOf(settings.defaultFloor)),
      outlierPercent: local(String(Number(settings.outlierPercent))),
      expiryReminderDays: String(settings.expiryReminderDays),
    },
  });
  const save = useFormSave(form, async ({ twoPersonApproval, defaultFloor, outlierPercent, expiryReminderDays }) => {
    await change.mutateAsync({
      twoPersonApproval,
      ...(seesFloor && { defaultFloor: defaultFloor.trim() ? fractionOf(plain(defaultFloor) ?? '') : null }),
      outlierPercent: plain(outlierPercent) ?? outlierPercent,
      expiryReminderDays: Number(expiryReminderDays),
      version: settings.version,
    });
    toast.show({ message: t('costs.settingsSaved') });
  });
  const { errors } = form.formState;
  const isFloor = (text: string): true | string =>
    !text.trim() || fractionOf(plain(text) ?? '') !== null || t('costs.notPercent');
  const isPercent = (text: string): true | string =>
    /^\d{1,4}(\.\d{1,2})?$/.test(plain(text) ?? '') && Number(plain(text)) > 0 ? true : t('costs.notPercent');
  return (
    <form noValidate onSubmit={save.submit} className="col g6">
      <FormProblem>{save.problem}</FormProblem>
      <Controller
        control={form.control}
        name="twoPersonApproval"
        render={({ field: { value, onChange } }) => (
          <div>
            <Switch checked={value} onChange={onChange} label={t('costs.twoPerson')} />
            <p className="small muted">{t('costs.twoPersonText')}</p>
          </div>
        )}
      />
      {seesFloor && (
        <Field
          label={t('costs.defaultFloor')}
          hint={t('costs.defaultFloorText')}
          error={errors.defaultFloor?.message}
          className="figure-field"
        >
          <TextInput numeric suffix="%" maxLength={6} {...form.register('defaultFloor', { validate: isFloor })} />
        </Field>
      )}
      <Field
        label={t('costs.outlier')}
        hint={t('costs.outlierText')}
        error={errors.outlierPercent?.message}
        className="figure-field"
      >
        <TextInput numeric suffix="%" maxLength={8} {...form.register('outlierPercent', { validate: isPercent })} />
      </Field>
      <Field
        label={t('costs.reminder')}
        hint={t('costs.reminderText')}
        error={errors.expiryReminderDays?.message}
        className="figure-field"
      >
        <TextInput
          numeric
          suffix={t('costs.daysUnit')}
          maxLength={3}
          {...form.register('expiryReminderDays', {
            validate: (text) => (/^\d{1,3}$/.test(text) && Number(text) <= 365 ? true : t('costs.notDays')),
          })}
        />
      </Field>
      <div>
        <Button variant="primary" type="submit" busy={save.busy}>
          {t('costs.saveSettings')}
        </Button>
      </div>
    </form>
  );
}
