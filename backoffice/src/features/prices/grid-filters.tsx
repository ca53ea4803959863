import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { CalendarClock, Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, Combobox, IconButton, Segmented, TextInput } from '@tradeyard/design-system';
import { useFormats } from '@tradeyard/app-kit';
import { categoriesQuery, inTreeOrder } from '../../shared/catalogue.queries';
import { FilterBar } from '../../shared/list/page-frame';
import { SearchBox } from '../../shared/list/search-box';
import { useUrlState } from '../../shared/list/use-url-state';
import { useMay } from '../../shared/session';
import { brandsQuery } from './prices.queries';
import { tabs, usePlace } from './use-place';
import type { PriceEdits } from './use-price-edits';

/** What narrows the grid, all of it in the address, and the way back from the last edit. */
export function GridFilters({
  total,
  changes,
  edits,
  columns,
  order,
}: {
  /** How many products; unknown while they are read. */
  total: number | undefined;
  changes: number;
  /** Null: this person edits nothing. */
  edits: (Pick<PriceEdits, 'mayUndo' | 'mayRedo'> & { undo: () => void; redo: () => void }) | null;
  /** What chooses the columns, where they can be chosen. */
  columns: ReactNode;
  /** What chooses the order of rows. */
  order: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const url = useUrlState();
  const { search, tab } = usePlace();
  return (
    <FilterBar
      label={t('list.filters')}
      end={
        <>
          <AsOf />
          {columns}
          {order}
          {edits && (
            <span className="row g1 only-desk">
              <IconButton
                icon={Undo2}
                size="sm"
                label={t('prices.undo')}
                onClick={edits.undo}
                disabledReason={edits.mayUndo ? undefined : t('prices.nothingToUndo')}
              />
              <IconButton
                icon={Redo2}
                size="sm"
                label={t('prices.redo')}
                onClick={edits.redo}
                disabledReason={edits.mayRedo ? undefined : t('prices.nothingToRedo')}
              />
            </span>
          )}
        </>
      }
    >
      <SearchBox
        label={t('prices.search')}
        value={search}
        onSearch={(text) => url.set({ search: text }, { replace: true })}
      />
      {may('product.read') && <CategoryChoice />}
      <BrandChoice />
      <Segmented
        aria-label={t('prices.show')}
        value={tab}
        onChange={(next) => url.set({ tab: next === 'all' ? null : next })}
        items={tabs.map((each) => ({
          value: each,
          label:
            each === 'changed'
              ? t('prices.tabs.changed', { count: changes })
              : each === tab && total !== undefined
                ? t(`prices.tabs.${each}Of`, { count: total })
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
  const chosen = url.get('category');
  return (
    <Combobox
      size="sm"
      className="filter-choice"
      aria-label={t('prices.category')}
      placeholder={t('prices.everyCategory')}
      // The tree's indentation belongs to the list; the chosen one stands alone in the field.
      items={inTreeOrder(data).map(({ slug, name, depth }) => ({
        value: slug,
        label: slug === chosen ? name : '\u2003'.repeat(depth) + name,
      }))}
      value={chosen || null}
      onChange={(category) => url.set({ category })}
      labels={{
        list: t('prices.category'),
        empty: t('prices.noCategory'),
        clear: t('list.removeFilter', { name: t('prices.category') }),
      }}
    />
  );
}

function BrandChoice(): ReactNode {
  const { t } = useTranslation();
  const url = useUrlState();
  const { data = [] } = useQuery(brandsQuery);
  const chosen = url.get('brand');
  if (data.length === 0 && !chosen) return null;
  return (
    <Combobox
      size="sm"
      className="filter-choice brand"
      aria-label={t('prices.brand')}
      placeholder={t('prices.everyBrand')}
      items={data.map((brand) => ({ value: brand, label: brand }))}
      value={chosen || null}
      valueLabel={chosen}
      onChange={(brand) => url.set({ brand })}
      labels={{
        list: t('prices.brand'),
        empty: t('prices.noBrand'),
        clear: t('list.removeFilter', { name: t('prices.brand') }),
      }}
    />
  );
}

function AsOf(): ReactNode {
  const { t } = useTranslation();
  const { day } = useFormats();
  const url = useUrlState();
  const { date } = usePlace();
  return (
    <label className="as-of-choice">
      <span className="muted">{t('prices.asOf.label')}</span>
      <TextInput
        size="sm"
        type="date"
        value={date || day()}
        onChange={({ target: { value } }) =>
          url.set({ at: value && value !== day() ? value : null }, { replace: true })
        }
      />
    </label>
  );
}

/** Says that the prices are those of another day, and that they cannot be changed there. */
export function AsOfNotice(): ReactNode {
  const { t } = useTranslation();
  const { date: said } = useFormats();
  const url = useUrlState();
  const { date } = usePlace();
  return (
    date && (
      <Alert
        meaning="info"
        icon={CalendarClock}
        className="as-of-notice"
        title={t('prices.asOf.notice', { date: said(date) })}
        action={
          <Button size="sm" onClick={() => url.set({ at: null })}>
            {t('prices.asOf.back')}
          </Button>
        }
      />
    )
  );
}
