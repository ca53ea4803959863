import { useMemo } from 'react';
import { useUrlState } from '../../shared/list/use-url-state';
import type { GridPlace } from './prices.queries';

export const tabs = ['all', 'changed', 'overrides'] as const;
export type Tab = (typeof tabs)[number];

export interface PriceView {
  place: GridPlace;
  search: string;
  category: string;
  brands: string[];
  tab: Tab;
  /** Codes of the states that are columns; empty: all of them. */
  states: string[];
  /** Ids of companies whose tables are columns too. */
  companies: string[];
  /** A calendar day the prices are shown of; empty: now. */
  date: string;
  /** In which order rows stand: under their categories, or by name alone. */
  by: 'category' | 'name';
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the address says of the grid: which tables, which products, of when. */
export function usePlace(): PriceView {
  const { params } = useUrlState();
  return useMemo(() => {
    const [company, table] = [params.get('company'), params.get('table')];
    const date = params.get('at') ?? '';
    return {
      place: company ? { of: 'company', id: company } : table ? { of: 'table', id: table } : { of: 'states' },
      search: params.get('search') ?? '',
      category: params.get('category') ?? '',
      brands: params.getAll('brand'),
      tab: tabs.find((each) => each === params.get('tab')) ?? 'all',
      states: company || table ? [] : params.getAll('state'),
      companies: company || table ? [] : params.getAll('with'),
      date: DAY.test(date) ? date : '',
      by: params.get('by') === 'name' ? 'name' : 'category',
    };
  }, [params]);
}
