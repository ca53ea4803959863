import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Combobox, Segmented } from '@tradeyard/design-system';
import { categoriesQuery, inTreeOrder } from '../../shared/catalogue.queries';
import { FilterBar } from '../../shared/list/page-frame';
import { SearchBox } from '../../shared/list/search-box';
import { useUrlState } from '../../shared/list/use-url-state';
import { useMay } from '../../shared/session';
import { tabs, usePlace } from './use-place';
import type { PriceEdits } from './use-price-edits';

/** What narrows the grid, all of it in the address, and the way back from the last edit. */
export function GridFilters({
  total,
  changes,
  edits,
}: {
  /** How many products; unknown while they are read. */
  total: number | undefined;
  changes: number;
  /** Null: this person edits nothing. */
  edits: Pick<PriceEdits, 'undo' | 'mayUndo'> | null;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const url = useUrlState();
  const { search, tab } = usePlace();
  return (
    <FilterBar
      label={t('list.filters')}
      end={
        edits && (
          <Button
            variant="ghost"
            size="sm"
            icon={Undo2}
            onClick={edits.undo}
            disabledReason={edits.mayUndo ? undefined : t('prices.nothingToUndo')}
          >
            {t('prices.undo')}
          </Button>
        )
      }
    >
      <SearchBox
        label={t('prices.search')}
        value={search}
        onSearch={(text) => url.set({ search: text }, { replace: true })}
      />
      {may('product.read') && <CategoryChoice />}
      <Segmented
        aria-label={t('prices.show')}
        value={tab}
        onChange={(next) => url.set({ tab: next === 'all' ? null : next })}
        items={tabs.map((each) => ({
          value: each,
          label:
            each === 'changed'
              ? t('prices.tabs.changed', { count: changes })
              : each === 'all' && tab === 'all' && total !== undefined
                ? t('prices.tabs.allOf', { count: total })
                : t(`prices.tabs.${each}`),
        }))}
      />
    </FilterBar>
  );
}

function CategoryChoice(): ReactNode {
  const { t } = useTranslation();
  const url = useUrlState();
  const { data = [] } = useQuery(categoriesQuery);
  return (
    <Combobox
      size="sm"
      className="category-choice"
      aria-label={t('prices.category')}
      placeholder={t('prices.everyCategory')}
      items={inTreeOrder(data).map(({ slug, name, depth }) => ({ value: slug, label: '\u2003'.repeat(depth) + name }))}
      value={url.get('category') || null}
      onChange={(category) => url.set({ category })}
      labels={{
        list: t('prices.category'),
        empty: t('prices.noCategory'),
        clear: t('list.removeFilter', { name: t('prices.category') }),
      }}
    />
  );
}
