import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Segmented } from '@tradeyard/design-system';
import { FilterBar } from '../../shared/list/page-frame';
import { SearchBox } from '../../shared/list/search-box';
import type { UrlState } from '../../shared/list/use-url-state';
import type { DiffTotals } from './revision-views';
import { onlyNames, type Only } from './revisions.queries';

const countOf = (totals: DiffTotals): Record<Only, number> => ({
  outliers: totals.outliers,
  below_floor: totals.belowFloor,
  raised: totals.raised,
  lowered: totals.lowered,
  added: totals.added,
  removed: totals.removed,
  conflicts: totals.conflicts,
});

/** What narrows a diff; parts that hold nothing are left out, but for the one that is shown. */
export function DiffFilters({
  url,
  only,
  search,
  totals,
  end,
}: {
  url: UrlState;
  only: Only | undefined;
  search: string;
  totals: DiffTotals | undefined;
  end?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  const counts = totals && countOf(totals);
  const label = (name: string, count: number): ReactNode => (
    <>
      {t(`revisions.only.${name}`)} <span className="muted font-normal">{quantity(String(count))}</span>
    </>
  );
  return (
    <FilterBar label={t('list.filters')} end={end}>
      <SearchBox
        label={t('revisions.diff.search')}
        value={search}
        onSearch={(text) => url.set({ search: text }, { replace: true })}
      />
      {totals && counts && (
        <Segmented
          aria-label={t('revisions.diff.which')}
          value={only ?? ''}
          onChange={(next) => url.set({ only: next })}
          items={[
            { value: '', label: label('all', totals.changes) },
            ...onlyNames
              .filter((name) => counts[name] > 0 || name === only)
              .map((value) => ({ value, label: label(value, counts[value]) })),
          ]}
        />
      )}
    </FilterBar>
  );
}
