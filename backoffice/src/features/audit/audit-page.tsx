import { useMemo, type ReactNode } from 'react';
import i18next from 'i18next';
import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PageTitle, useFormats } from '@tradeyard/app-kit';
import { Button, DescriptionList, EmptyState, FilterToken, Select, TextInput } from '@tradeyard/design-system';
import type { Column } from '../../shared/list/columns';
import { DataTable } from '../../shared/list/data-table';
import { FilterBar, PageBody, PageHeader, PageKeys } from '../../shared/list/page-frame';
import { SearchBox } from '../../shared/list/search-box';
import { PanelPart, SidePanel } from '../../shared/list/side-panel';
import { useList } from '../../shared/list/use-list';
import { useSelected, useUrlState } from '../../shared/list/use-url-state';
import { factsOf, type Fact } from './audit-facts';
import { auditQuery, type AuditEntry } from './audit.queries';
import './audit.css';

// Ids tell nothing at a glance; the panel has them.
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}(, [0-9a-f]{8}-[0-9a-f-]{27})*$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const entities = [
  ...['order', 'product', 'category', 'branch', 'stock', 'price_table', 'revision', 'buyer_tier', 'trade_code'],
  ...['product_cost', 'margin_floor', 'pricing_settings'],
  ...['company', 'job_site', 'buyer', 'staff', 'member', 'role', 'import'],
];

/** Who did what, when, to what; narrowed by thing, person and days in the address. */
export default function AuditPage(): ReactNode {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const url = useUrlState();
  const selected = useSelected();
  const filter = {
    entity: url.get('entity'),
    entityId: url.get('entityId'),
    actor: url.get('actor'),
    from: url.get('from'),
    to: url.get('to'),
  };
  const list = useList<AuditEntry>(auditQuery(filter));
  const words = useWords();
  const columns = useColumns();
  const at = list.rows?.findIndex(({ id }) => id === selected.id) ?? -1;
  const entry = list.rows?.[at];
  const filtered = Object.values(filter).some(Boolean);
  const go = (to: number) => {
    const next = list.rows?.[to];
    return next && (() => selected.open(next.id));
  };
  return (
    <>
      <PageHeader title={<PageTitle name={t('audit.title')} />} />
      <FilterBar
        label={t('list.filters')}
        end={list.rows && <span className="muted">{t('audit.count', { count: list.total })}</span>}
      >
        <SearchBox
          label={t('audit.search')}
          value={filter.actor}
          onSearch={(actor) => url.set({ actor }, { replace: true })}
        />
        <Select
          size="sm"
          className="audit-thing"
          aria-label={t('audit.thing')}
          items={[
            { value: '', label: t('audit.everything') },
            ...entities.map((entity) => ({ value: entity, label: t(`audit.entities.${entity}`) })),
          ]}
          value={filter.entity}
          onChange={(entity) => url.set({ entity, entityId: null })}
        />
        <TextInput
          size="sm"
          className="audit-day"
          type="date"
          prefix={t('audit.from')}
          aria-label={t('audit.from')}
          value={filter.from}
          max={filter.to || undefined}
          onChange={(event) => url.set({ from: event.target.value }, { replace: true })}
        />
        <TextInput
          size="sm"
          className="audit-day"
          type="date"
          prefix={t('audit.to')}
          aria-label={t('audit.to')}
          value={filter.to}
          min={filter.from || undefined}
          onChange={(event) => url.set({ to: event.target.value }, { replace: true })}
        />
        {filter.entityId && (
          <FilterToken
            name={t('audit.oneThing')}
            value={entry?.entityId === filter.entityId ? words.entity(entry.entity) : '…'}
            onRemove={() => url.set({ entityId: null })}
            removeLabel={t('list.removeFilter', { name: t('audit.oneThing') })}
          />
        )}
      </FilterBar>
      <PageBody
        panel={
          entry && (
            <SidePanel
              key={entry.id}
              label={words.action(entry)}
              title={<h2 className="role-subhead">{words.action(entry)}</h2>}
              detail={
                <span className="muted">
                  {entry.actor?.name ?? t('audit.system')}, {dateTime(entry.at)}
                </span>
              }
              onClose={selected.close}
              onPrevious={go(at - 1)}
              onNext={go(at + 1)}
              footer={
                filter.entityId !== entry.entityId && (
                  <Button onClick={() => url.set({ entity: entry.entity, entityId: entry.entityId })}>
                    {t('audit.onlyThis')}
                  </Button>
                )
              }
            >
              <PanelPart title={words.entity(entry.entity)}>
                <DescriptionList
                  items={[
                    ...factsOf(entry.facts).map((fact) => ({
                      name: words.fact(fact.name),
                      value: <FactValue fact={fact} />,
                    })),
                    { name: t('audit.id'), value: <span className="small muted break-all">{entry.entityId}</span> },
                  ]}
                />
              </PanelPart>
            </SidePanel>
          )
        }
      >
        <DataTable
          label={t('audit.title')}
          list={list}
          columns={columns}
          rowId={({ id }) => id}
          current={selected.id}
          onCurrent={selected.open}
          onPreview={selected.open}
          onOpen={selected.open}
          panelOpen={Boolean(entry)}
          failed={t('audit.failed')}
          empty={
            <EmptyState
              icon={History}
              title={t(filtered ? 'audit.noMatch' : 'audit.empty')}
              text={t(filtered ? 'audit.noMatchText' : 'audit.emptyText')}
              action={
                filtered && (
                  <Button onClick={() => url.set({ entity: null, entityId: null, actor: null, from: null, to: null })}>
                    {t('list.clearFilters')}
                  </Button>
                )
              }
            />
          }
        />
      </PageBody>
      <PageKeys
        items={[
          { keys: ['J', 'K'], text: t('list.move') },
          { keys: ['Space'], text: t('list.preview') },
          { keys: ['/'], text: t('list.search') },
        ]}
      />
    </>
  );
}

function FactValue({ fact: { before, value } }: { fact: Fact }): ReactNode {
  const { t } = useTranslation();
  const words = useWords();
  if (before === undefined) return words.said(value);
  return (
    <>
      <s className="muted">
        <span className="sr">{t('audit.before')} </span>
        {words.said(before) || t('list.none')}
      </s>{' '}
      {words.said(value) || t('list.none')}
    </>
  );
}

/** The trail's words; what has none yet is shown as it is kept. */
function useWords() {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  return useMemo(() => {
    const word = (key: string, otherwise: string): string => (i18next.exists(key) ? t(key) : otherwise);
    return {
      action: ({ action }: AuditEntry) => word(`audit.actions.${action}`, action),
      entity: (entity: string) => word(`audit.entities.${entity}`, entity),
      fact: (name: string) => word(`audit.facts.${name}`, name),
      said: (value: string) =>
        INSTANT.test(value) ? dateTime(value) : ['true', 'false'].includes(value) ? t(`audit.said.${value}`) : value,
    };
  }, [t, dateTime]);
}

function useColumns(): Column<AuditEntry>[] {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const words = useWords();
  return useMemo(
    (): Column<AuditEntry>[] => [
      {
        id: 'at',
        meta: { label: t('audit.when'), width: '170px', fixed: true },
        cell: ({ row: { original } }) => dateTime(original.at),
      },
      {
        id: 'actor',
        meta: { label: t('audit.who'), width: '180px', truncate: true },
        cell: ({ row: { original } }) => original.actor?.name ?? <span className="muted">{t('audit.system')}</span>,
      },
      {
        id: 'action',
        meta: { label: t('audit.what'), width: '220px', truncate: true },
        cell: ({ row: { original } }) => <b>{words.action(original)}</b>,
      },
      {
        id: 'facts',
        meta: { label: t('audit.details'), truncate: true },
        cell: ({ row: { original } }) => (
          <span className="muted">
            {factsOf(original.facts)
              .filter(({ value }) => !ID.test(value))
              .map(({ name, before, value }) =>
                before === undefined
                  ? `${words.fact(name)} ${words.said(value)}`
                  : `${words.fact(name)} ${words.said(before) || '–'} → ${words.said(value) || '–'}`,
              )
              .join(' · ')}
          </span>
        ),
      },
    ],
    [t, dateTime, words],
  );
}
