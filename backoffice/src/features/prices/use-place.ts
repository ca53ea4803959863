import { useMemo } from 'react';
import { useUrlState } from '../../shared/list/use-url-state';
import type { GridPlace } from './prices.queries';

export const tabs = ['all', 'changed', 'overrides'] as const;
export type Tab = (typeof tabs)[number];

/** What the address says of the grid: which tables, which products. */
export function usePlace(): { place: GridPlace; search: string; category: string; tab: Tab } {
  const url = useUrlState();
  const [company, table] = [url.get('company'), url.get('table')];
  const place = useMemo(
    (): GridPlace => (company ? { of: 'company', id: company } : table ? { of: 'table', id: table } : { of: 'states' }),
    [company, table],
  );
  return {
    place,
    search: url.get('search'),
    category: url.get('category'),
    tab: tabs.find((each) => each === url.get('tab')) ?? 'all',
  };
}
