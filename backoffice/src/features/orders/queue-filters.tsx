import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Button, Combobox, Field, FilterToken, Popover, Select, TextInput, useHotkeys } from '@tradeyard/design-system';
import { companiesQuery, companyNameQuery } from '../../shared/companies.queries';
import { useMay } from '../../shared/session';
import type { UrlState } from '../../shared/list/use-url-state';
import { payments, type QueueView } from './queue-url';

/** What narrows the queue, each as a token that can be taken away, and the way to add one; F opens it. */
export function QueueFilters({ view, url }: { view: QueueView; url: UrlState }): ReactNode {
  const { t } = useTranslation();
  const { date } = useFormats();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const company = useQuery({ ...companyNameQuery(view.company), enabled: view.company !== '' && may('company.read') });
  useHotkeys({ f: () => setOpen(true) });
  const token = (key: 'company' | 'payment' | 'from' | 'to', value: ReactNode): ReactNode =>
    view[key] && (
      <FilterToken
        name={t(`orders.filters.${key}`)}
        operator={key === 'from' || key === 'to' ? undefined : t('list.is')}
        value={value}
        onEdit={() => setOpen(true)}
        onRemove={() => url.set({ [key]: null })}
        removeLabel={t('list.removeFilter', { name: t(`orders.filters.${key}`) })}
      />
    );
  return (
    <>
      {token('company', company.data ?? '…')}
      {token('payment', t(`orders.payment.${view.payment || 'unpaid'}`))}
      {token('from', view.from && date(view.from))}
      {token('to', view.to && date(view.to))}
      <Popover
        label={t('orders.filters.title')}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button variant="ghost" size="sm" icon={Plus}>
            {t('orders.filters.add')}
          </Button>
        }
      >
        <div className="col g5 w-72">
          {may('company.read') && <CompanyFilter view={view} url={url} name={company.data} />}
          <Field label={t('orders.filters.payment')}>
            <Select
              items={[
                { value: '', label: t('orders.filters.any') },
                ...payments.map((value) => ({ value, label: t(`orders.payment.${value}`) })),
              ]}
              value={view.payment}
              onChange={(payment) => url.set({ payment })}
            />
          </Field>
          <div className="row g4">
            <Field label={t('orders.filters.from')} className="grow">
              <TextInput
                type="date"
                value={view.from}
                max={view.to || undefined}
                onChange={(event) => url.set({ from: event.target.value }, { replace: true })}
              />
            </Field>
            <Field label={t('orders.filters.to')} className="grow">
              <TextInput
                type="date"
                value={view.to}
                min={view.from || undefined}
                onChange={(event) => url.set({ to: event.target.value }, { replace: true })}
              />
            </Field>
          </div>
        </div>
      </Popover>
    </>
  );
}

function CompanyFilter({ view, url, name }: { view: QueueView; url: UrlState; name?: string }): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const found = useQuery(companiesQuery(text));
  return (
    <Field label={t('orders.filters.company')}>
      <Combobox
        items={(found.data ?? []).map(({ id, name: label }) => ({ value: id, label }))}
        value={view.company || null}
        valueLabel={name}
        onChange={(company) => url.set({ company })}
        onSearch={setText}
        loading={found.isFetching}
        labels={{
          list: t('orders.filters.company'),
          empty: t('palette.empty'),
          loading: t('palette.loading'),
          clear: t('list.removeFilter', { name: t('orders.filters.company') }),
        }}
      />
    </Field>
  );
}
