import { useState, type ReactNode } from 'react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Columns3, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, Combobox, Popover } from '@tradeyard/design-system';
import { companiesQuery, companyNameQuery } from '../../shared/companies.queries';
import { useUrlState } from '../../shared/list/use-url-state';
import { useMay } from '../../shared/session';
import type { PriceTable } from './prices.queries';
import { usePlace } from './use-place';

const MOST_COMPANIES = 20;

/** Which states and companies are columns; the address remembers it. */
export function ColumnChoice({ offered }: { offered: readonly { code: string; name: string }[] }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const url = useUrlState();
  const { states, companies } = usePlace();
  const shown = states.length > 0 ? states.filter((code) => code !== NO_STATE) : offered.map(({ code }) => code);
  const choose = (codes: readonly string[]): void => {
    const all = codes.length === offered.length;
    url.set({ state: all ? null : codes.length > 0 ? codes : [NO_STATE] }, { replace: true });
  };
  return (
    <Popover
      label={t('prices.columns.title')}
      align="end"
      className="pop-body columns-choice"
      trigger={
        <Button size="sm" icon={Columns3}>
          {t('prices.columns.button', { count: shown.length + companies.length })}
        </Button>
      }
    >
      <div className="row between">
        <b>{t('prices.columns.states')}</b>
        <span className="row g2">
          <Button size="sm" variant="ghost" onClick={() => choose(offered.map(({ code }) => code))}>
            {t('prices.columns.all')}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => choose([])}>
            {t('prices.columns.none')}
          </Button>
        </span>
      </div>
      <div className="states">
        {offered.map(({ code, name }) => (
          <Checkbox
            key={code}
            checked={shown.includes(code)}
            onChange={(on) =>
              choose(offered.map((each) => each.code).filter((each) => (each === code ? on : shown.includes(each))))
            }
            label={name}
          />
        ))}
      </div>
      {may('company.read') && <Companies chosen={companies} />}
    </Popover>
  );
}

/** The states that have a table, under the names people know. */
export const statesOf = (
  tables: readonly PriceTable[],
  states: readonly { code: string; name: string }[],
): { code: string; name: string }[] =>
  [...new Set(tables.flatMap(({ scope, stateCode }) => (scope === 'state' && stateCode ? [stateCode] : [])))].map(
    (code) => ({ code, name: states.find((state) => state.code === code)?.name ?? code }),
  );

/** In the address for "none of the states". */
export const NO_STATE = '-';

function Companies({ chosen }: { chosen: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const url = useUrlState();
  const [search, setSearch] = useState('');
  const { data = [], isFetching } = useQuery(companiesQuery(search));
  const names = useQueries({ queries: chosen.map((id) => companyNameQuery(id)) });
  return (
    <>
      <b>{t('prices.columns.companies')}</b>
      {chosen.map((id, index) => (
        <div key={id} className="row between">
          <span className="ell">{names[index]?.data ?? '…'}</span>
          <Button
            size="sm"
            variant="ghost"
            icon={X}
            aria-label={t('list.removeFilter', { name: names[index]?.data ?? '' })}
            onClick={() => url.set({ with: chosen.filter((each) => each !== id) }, { replace: true })}
          />
        </div>
      ))}
      {chosen.length < MOST_COMPANIES && (
        <Combobox
          size="sm"
          aria-label={t('prices.columns.addCompany')}
          placeholder={t('prices.columns.addCompany')}
          items={data.filter(({ id }) => !chosen.includes(id)).map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          loading={isFetching}
          onSearch={setSearch}
          onChange={(id) => id && url.set({ with: [...chosen, id] }, { replace: true })}
          labels={{ list: t('prices.columns.companies'), empty: t('prices.noCompany') }}
        />
      )}
    </>
  );
}
