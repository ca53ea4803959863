import { useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Package, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { PageTitle, useFormats } from '@tradeyard/app-kit';
import { Button, Combobox, EmptyState, Kbd, StockStatus, Thumb, useHotkeys } from '@tradeyard/design-system';
import { categoriesQuery, pathName } from '../../shared/catalogue.queries';
import { useColumnChoice, type Column } from '../../shared/list/columns';
import { ColumnsMenu } from '../../shared/list/columns-menu';
import { DataTable } from '../../shared/list/data-table';
import { FilterBar, PageBody, PageHeader, PageKeys, Views } from '../../shared/list/page-frame';
import { SearchBox } from '../../shared/list/search-box';
import { useList } from '../../shared/list/use-list';
import { useUrlState, withChange } from '../../shared/list/use-url-state';
import { useMay } from '../../shared/session';
import { ProductState } from './product-status';
import { productsQuery, type Product, type ProductSort, type ProductsView } from './products.queries';

const statuses = ['', 'active', 'draft', 'archived'] as const;
const sorts: readonly ProductSort[] = ['name', '-name', 'sku', '-sku', 'newest'];

/** What is sold, has been or will be: found by SKU or words, narrowed by category and status. */
export default function ProductsPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const url = useUrlState();
  const view: ProductsView = {
    search: url.get('search'),
    category: url.get('category'),
    status: statuses.find((status) => status === url.get('status')) ?? '',
    sort: sorts.find((sort) => sort === url.get('sort')) ?? 'name',
  };
  const list = useList(productsQuery(view));
  const columns = useProductColumns();
  const [visible, setVisible] = useColumnChoice('products');
  const [current, setCurrent] = useState<string | null>(null);
  const categories = useQuery(categoriesQuery).data ?? [];
  const filtered = view.search !== '' || view.category !== '';
  const mayEdit = may('product.edit');
  useHotkeys({ n: () => void navigate('/products/new') }, { enabled: mayEdit });
  return (
    <>
      <PageHeader
        title={<PageTitle name={t('products.title')} />}
        views={
          <Views
            label={t('list.views')}
            items={statuses.map((status) => ({
              to: `/products?${withChange(url.params, { status }).toString()}`,
              label: t(`products.views.${status || 'current'}`),
              current: status === view.status,
            }))}
          />
        }
        actions={
          mayEdit && (
            <Button variant="primary" asChild>
              <Link to="/products/new">
                <Plus className="i" />
                {t('products.new')}
                <Kbd>{'N'}</Kbd>
              </Link>
            </Button>
          )
        }
      />
      <FilterBar
        label={t('list.filters')}
        end={
          <>
            {list.rows && <span className="muted">{t('products.count', { count: list.total })}</span>}
            <ColumnsMenu columns={columns} visible={visible} onChange={setVisible} />
          </>
        }
      >
        <SearchBox
          label={t('products.search')}
          value={view.search}
          onSearch={(search) => url.set({ search }, { replace: true })}
        />
        <Combobox
          className="w-64"
          aria-label={t('products.columns.category')}
          placeholder={t('products.anyCategory')}
          items={categories.map(({ id, slug }) => ({ value: slug, label: pathName(categories, id) }))}
          value={view.category || null}
          onChange={(category) => url.set({ category })}
          labels={{
            list: t('products.columns.category'),
            empty: t('palette.empty'),
            clear: t('list.removeFilter', { name: t('products.columns.category') }),
          }}
        />
      </FilterBar>
      <PageBody>
        <DataTable
          label={t('products.title')}
          list={list}
          columns={columns}
          rowId={({ id }) => id}
          current={current}
          onCurrent={setCurrent}
          onOpen={(id) => void navigate(`/products/${id}`)}
          sort={view.sort}
          onSort={(sort) => url.set({ sort })}
          visible={visible}
          failed={t('products.failed')}
          empty={
            <EmptyState
              icon={Package}
              title={filtered ? t('products.noMatch') : t('products.none')}
              text={filtered ? t('products.noMatchText') : t('products.noneText')}
              action={
                filtered && (
                  <Button onClick={() => url.set({ search: null, category: null })}>{t('list.clearFilters')}</Button>
                )
              }
            />
          }
        />
      </PageBody>
      <PageKeys
        items={[
          { keys: ['J', 'K'], text: t('list.move') },
          { keys: ['Enter'], text: t('list.open') },
          ...(mayEdit ? [{ keys: ['N'], text: t('products.new') }] : []),
          { keys: ['/'], text: t('list.search') },
        ]}
      />
    </>
  );
}

function useProductColumns(): Column<Product>[] {
  const { t } = useTranslation();
  const { amount } = useFormats();
  return useMemo(() => {
    const label = (column: string): string => t(`products.columns.${column}`);
    const cell =
      (render: (product: Product) => ReactNode) =>
      ({ row }: { row: { original: Product } }): ReactNode =>
        render(row.original);
    return [
      {
        id: 'sku',
        meta: { label: label('sku'), width: '150px', sort: 'sku', fixed: true },
        cell: cell(({ sku }) => <b>{sku}</b>),
      },
      {
        id: 'name',
        meta: { label: label('name'), sort: 'name', truncate: true, fixed: true },
        cell: cell(({ id, name, thumbnailUrl, drawing }) => (
          <span className="row g4 min-w-0">
            <Thumb src={thumbnailUrl} drawing={drawing ?? 'bag'} size="xs" />
            <Link to={`/products/${id}`} data-row-link="" tabIndex={-1} className="ell">
              {name}
            </Link>
          </span>
        )),
      },
      {
        id: 'brand',
        meta: { label: label('brand'), width: '150px', truncate: true },
        cell: cell(({ brand }) => brand ?? '–'),
      },
      {
        id: 'category',
        meta: { label: label('category'), width: '170px', truncate: true },
        cell: cell(({ category }) => category.name),
      },
      {
        id: 'available',
        meta: { label: label('available'), width: '160px' },
        cell: cell(({ availability, baseUnit, units }) => (
          <StockStatus state={availability.status}>
            {amount(availability.available, units.find(({ code }) => code === baseUnit)?.name ?? baseUnit)}
          </StockStatus>
        )),
      },
      {
        id: 'units',
        meta: { label: label('units'), width: '140px', truncate: true },
        cell: cell(({ units }) => <span className="muted">{units.map(({ name }) => name).join(', ')}</span>),
      },
      {
        id: 'status',
        meta: { label: label('status'), width: '110px' },
        cell: cell(({ status }) => <ProductState status={status} />),
      },
    ];
  }, [t, amount]);
}
