import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadFailed, useFormats, useTenant } from '@tradeyard/app-kit';
import { Badge, Checkbox, Combobox, Field, Panel, Select, SkeletonRows, TextInput } from '@tradeyard/design-system';
import { companiesQuery, companyNameQuery } from '../../shared/companies.queries';
import { SearchBox } from '../../shared/list/search-box';
import { useMay } from '../../shared/session';
import { openRevisionsQuery, type Question, type Revision } from './simulator.queries';

const MOST = 10;
type Setting = Omit<Question, 'lines' | 'order' | 'list'>;

/** For whom, where, when, with which code, and which revisions are taken for live. */
export function Setting({
  question,
  onChange,
}: {
  question: Setting;
  onChange: (change: Partial<Setting>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const { states } = useTenant();
  const { day } = useFormats();
  const [search, setSearch] = useState('');
  const [code, setCode] = useState(question.code);
  const companies = useQuery({ ...companiesQuery(search), enabled: may('company.read') });
  const { data: companyName } = useQuery({ ...companyNameQuery(question.company), enabled: question.company !== '' });
  return (
    <>
      <Panel title={t('simulator.whose')}>
        <div className="simulator-fields">
          {may('company.read') && (
            <Field label={t('simulator.company')} className="wide">
              <Combobox
                size="sm"
                items={(companies.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                value={question.company || null}
                valueLabel={companyName}
                onSearch={setSearch}
                loading={companies.isFetching}
                placeholder={t('simulator.anyone')}
                onChange={(id) => onChange({ company: id ?? '' })}
                labels={{
                  list: t('simulator.company'),
                  empty: t('simulator.noCompany'),
                  loading: t('simulator.looking'),
                  clear: t('simulator.anyone'),
                  results: (count) => t('simulator.found', { count }),
                }}
              />
            </Field>
          )}
          <Field label={t('simulator.state')}>
            <Select
              size="sm"
              items={[
                { value: '', label: t(question.company ? 'simulator.ownState' : 'simulator.noState') },
                ...states.map(({ code: value, name }) => ({ value, label: name })),
              ]}
              value={question.state}
              onChange={(state) => onChange({ state })}
            />
          </Field>
          <Field label={t('simulator.date')}>
            <TextInput
              size="sm"
              type="date"
              value={question.date || day()}
              onChange={({ target: { value } }) => onChange({ date: value === day() ? '' : value })}
            />
          </Field>
          <Field label={t('simulator.code')} aside={t('list.optional')} className="wide">
            <TextInput
              size="sm"
              value={code}
              maxLength={60}
              onChange={(event) => setCode(event.target.value)}
              onBlur={() => onChange({ code: code.trim() })}
              onKeyDown={(event) => event.key === 'Enter' && onChange({ code: code.trim() })}
            />
          </Field>
        </div>
      </Panel>
      <Revisions chosen={question.revisions} onChange={(revisions) => onChange({ revisions })} />
    </>
  );
}

function Revisions({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (revisions: string[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const { data, error, isFetching, refetch } = useQuery(openRevisionsQuery(search));
  const toggle = (id: string, on: boolean): void =>
    onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <Panel
      title={t('simulator.revisions')}
      actions={
        chosen.length > 0 && <span className="small muted">{t('simulator.chosen', { count: chosen.length })}</span>
      }
    >
      {error ? (
        <LoadFailed
          error={error}
          title={t('simulator.revisionsFailed')}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      ) : (
        <>
          <SearchBox label={t('simulator.findRevision')} value={search} onSearch={setSearch} />
          {!data && (
            <div className="simulator-revisions">
              <SkeletonRows rows={4} columns={['16px', '1fr']} />
            </div>
          )}
          {data?.length === 0 && <p className="muted mt-2">{t('simulator.noRevisions')}</p>}
          <ul className="simulator-revisions" hidden={!data?.length}>
            {data?.map((revision) => (
              <li key={revision.id}>
                <Checkbox
                  checked={chosen.includes(revision.id)}
                  disabled={!chosen.includes(revision.id) && chosen.length >= MOST}
                  onChange={(on) => toggle(revision.id, on)}
                  label={<RevisionName revision={revision} />}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function RevisionName({ revision }: { revision: Revision }): ReactNode {
  const { t } = useTranslation();
  const { dateTime, quantity } = useFormats();
  const { tableName, number, name, status, goesLiveAt, changeCount, author } = revision;
  return (
    <span className="min-w-0">
      <span className="row g4 wrap">
        <b>{name ?? tableName}</b>
        <Badge meaning={status === 'draft' ? 'mark' : 'info'}>{t(`simulator.status.${status}`)}</Badge>
      </span>
      <span className="small muted block">
        {[
          name && tableName,
          t('explain.revision', { number }),
          t('simulator.changes', { count: changeCount, shown: quantity(String(changeCount)) }),
          goesLiveAt ? dateTime(goesLiveAt) : author?.name,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
}
