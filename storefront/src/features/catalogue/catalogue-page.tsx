import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { LayoutGrid, Rows3, SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { LoadFailed, PageTitle, useDelayed, useFormats } from '@tradeyard/app-kit';
import { Button, Crumbs, EmptyState, KeyBar, Kbd, Pagination, Segmented, Select } from '@tradeyard/design-system';
import { usePlace } from '../../shared/company.queries';
import { usePriceState } from '../../shared/quotes';
import { useBuyer, useMay } from '../../shared/session';
import { useShowShortcuts } from '../../shared/shortcuts';
import { AppliedFilters } from './applied-filters';
import './catalogue.css';
import { categoriesQuery, productsQuery } from './catalogue.queries';
import { filterCount, PAGE_SIZE, readView, sorts, unfiltered, writeView, type CatalogueView } from './catalogue-url';
import { pathTo } from './category-rail';
import { Filters } from './filters';
import { ProductGrid } from './product-grid';
import { ProductList, ProductListSkeleton } from './product-list';

const FilterSheet = lazy(() => import('./filter-sheet'));

/** The catalogue: everything it shows is said by its address. */
export function CataloguePage(): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const view = readView(params);
  const place = usePlace();
  const buyer = useBuyer();
  const mayAdd = useMay('cart.edit');
  const showShortcuts = useShowShortcuts();
  const categories = useQuery(categoriesQuery).data ?? [];
  const stateCode = usePriceState();
  const list = useQuery({ ...productsQuery(view, stateCode ?? ''), enabled: stateCode !== null });
  const skeleton = useDelayed(list.isPending);
  const [sheet, setSheet] = useState(false);

  const go = (next: CatalogueView): void => void navigate(`/?${writeView(next).toString()}`);
  const path = pathTo(categories, view.category);
  const name = view.search
    ? t('catalogue.searchTitle', { search: view.search })
    : (path.at(-1)?.name ?? t('shell.allProducts'));
  const total = list.data?.page.total;
  const filters = <Filters view={view} categories={categories} facets={list.data?.facets} onChange={go} />;
  const active = filterCount(view);
  const sorting = (
    <Select
      className="sort"
      aria-label={t('catalogue.sort')}
      value={view.sort}
      onChange={(sort) => go({ ...view, page: 1, sort: sort as CatalogueView['sort'] })}
      items={sorts
        .filter((sort) => sort !== 'relevance' || view.search)
        .map((sort) => ({ value: sort, label: t('catalogue.sortBy', { by: t(`catalogue.sorts.${sort}`) }) }))}
    />
  );

  return (
    <>
      <div className="page catalogue">
        <div className="crumb-row">
          <Crumbs
            label={t('shell.crumbs')}
            onNavigate={(href) => void navigate(href)}
            items={[
              ...(path.length > 0 || view.search ? [{ label: t('shell.allProducts'), href: '/' }] : []),
              ...path.slice(0, -1).map((category) => ({ label: category.name, href: `/?category=${category.slug}` })),
              { label: name },
            ]}
          />
        </div>
        <div className="pgh">
          <PageTitle name={name} />
          {total !== undefined && (
            <span className="sub" role="status">
              {t('catalogue.count', { count: total, shown: quantity(String(total)) })}
            </span>
          )}
          <span className="grow" />
          <span className="row g4 tools">
            <Segmented
              aria-label={t('catalogue.view')}
              value={view.look}
              onChange={(look) => go({ ...view, look: look as CatalogueView['look'] })}
              items={[
                { value: 'list', label: t('catalogue.list'), icon: Rows3 },
                { value: 'grid', label: t('catalogue.grid'), icon: LayoutGrid },
              ]}
              className="only-desk"
            />
            <span className="only-desk">{sorting}</span>
          </span>
        </div>
        <div className="two">
          <aside className="fac" aria-label={t('catalogue.filters')}>
            {filters}
          </aside>
          <div className="min-w-0">
            <div className="bar">
              <Button
                className="filters-button"
                icon={SlidersHorizontal}
                variant={active > 0 ? 'primary' : 'secondary'}
                onClick={() => setSheet(true)}
              >
                {active > 0 ? t('catalogue.filtersCount', { count: active }) : t('catalogue.filters')}
              </Button>
              <span className="only-phone">{sorting}</span>
              <AppliedFilters view={view} onChange={go} />
              <span className="grow only-desk" />
              {buyer && (
                <span className="small muted only-desk">
                  {t('catalogue.beforeTax', { place: place?.name ?? buyer.company?.name ?? '' })}
                </span>
              )}
            </div>
            {list.data?.facets.correctedSearch && (
              <p className="corrected">{t('catalogue.corrected', { search: list.data.facets.correctedSearch })}</p>
            )}
            {list.isError && !list.data ? (
              <div className="panel">
                <LoadFailed
                  error={list.error}
                  title={t('catalogue.failed')}
                  retrying={list.isFetching}
                  onRetry={() => void list.refetch()}
                />
              </div>
            ) : list.isPending ? (
              skeleton && <ProductListSkeleton />
            ) : list.data.products.length === 0 ? (
              <div className="panel">
                <NothingFound view={view} onChange={go} />
              </div>
            ) : view.look === 'grid' ? (
              <ProductGrid products={list.data.products} busy={list.isPlaceholderData} />
            ) : (
              <ProductList products={list.data.products} busy={list.isPlaceholderData} />
            )}
            {list.data && list.data.products.length > 0 && (
              <div className="row between wrap pages">
                <span className="small muted">
                  {t('catalogue.range', {
                    from: quantity(String((list.data.page.number - 1) * PAGE_SIZE + 1)),
                    to: quantity(String((list.data.page.number - 1) * PAGE_SIZE + list.data.products.length)),
                    total: quantity(String(list.data.page.total)),
                  })}
                </span>
                <Pagination
                  page={view.page}
                  pageCount={Math.ceil(list.data.page.total / PAGE_SIZE)}
                  href={(page) => `/?${writeView({ ...view, page }).toString()}`}
                  onNavigate={(page) => {
                    go({ ...view, page });
                    window.scrollTo(0, 0);
                  }}
                  labels={{
                    nav: t('pages.nav'),
                    previous: t('pages.previous'),
                    next: t('pages.next'),
                    page: (page) => t('pages.page', { page }),
                  }}
                />
              </div>
            )}
          </div>
        </div>
      </div>
      {mayAdd && view.look === 'list' && (
        <div className="keybar no-print">
          <KeyBar
            label={t('shortcuts.title')}
            items={[
              { keys: ['J', 'K'], text: t('shortcuts.move') },
              { keys: ['+ −'], text: t('shortcuts.quantity') },
              { keys: ['U'], text: t('shortcuts.unit') },
              { keys: ['Enter'], text: t('shortcuts.add') },
              { keys: ['T'], text: t('shortcuts.tiers') },
              { keys: ['S'], text: t('shortcuts.stock') },
              { keys: ['/'], text: t('shortcuts.search') },
            ]}
            end={
              <button type="button" className="help" onClick={showShortcuts}>
                <Kbd>?</Kbd> {t('shortcuts.all')}
              </button>
            }
          />
        </div>
      )}
      {sheet && (
        <Suspense fallback={null}>
          <FilterSheet
            total={total ?? 0}
            onClear={active > 0 ? () => go(unfiltered(view)) : undefined}
            onClose={() => setSheet(false)}
          >
            {filters}
          </FilterSheet>
        </Suspense>
      )}
    </>
  );
}

function NothingFound({ view, onChange }: { view: CatalogueView; onChange: (view: CatalogueView) => void }): ReactNode {
  const { t } = useTranslation();
  const narrowed = filterCount(view) > 0;
  const elsewhere = view.search !== '' && view.category !== null;
  return (
    <EmptyState
      drawing="gravel"
      title={view.search ? t('catalogue.noneFor', { search: view.search }) : t('catalogue.none')}
      text={narrowed ? t('catalogue.noneFilters') : elsewhere ? t('catalogue.noneHere') : t('catalogue.noneText')}
      action={
        narrowed ? (
          <Button variant="primary" onClick={() => onChange(unfiltered(view))}>
            {t('catalogue.clearFilters')}
          </Button>
        ) : (
          <Button
            variant="primary"
            onClick={() => onChange({ ...view, page: 1, category: null, search: elsewhere ? view.search : '' })}
          >
            {elsewhere ? t('catalogue.searchAll') : t('catalogue.showAll')}
          </Button>
        )
      }
    />
  );
}
