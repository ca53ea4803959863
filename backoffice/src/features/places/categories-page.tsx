import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ListTree, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LoadFailed, PageTitle, useDelayed } from '@tradeyard/app-kit';
import {
  Button,
  EmptyState,
  Kbd,
  SkeletonRows,
  Table,
  TableScroll,
  Td,
  Th,
  Thumb,
  useHotkeys,
} from '@tradeyard/design-system';
import { categoriesQuery, inTreeOrder, type Category, type CategoryNode } from '../../shared/catalogue.queries';
import { PageBody, PageHeader, PageKeys } from '../../shared/list/page-frame';
import { useMay } from '../../shared/session';
import { CategoryDialog } from './category-dialog';

/** The tree products are found in. */
export default function CategoriesPage(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const { data, error, isFetching, refetch } = useQuery(categoriesQuery);
  const waiting = useDelayed(!data && !error);
  const [edited, setEdited] = useState<Category | 'new' | null>(null);
  const mayEdit = may('product.edit');
  useHotkeys({ n: () => setEdited('new') }, { enabled: mayEdit });
  return (
    <>
      <PageHeader
        title={<PageTitle name={t('places.categories')} />}
        actions={
          mayEdit && (
            <Button variant="primary" icon={Plus} onClick={() => setEdited('new')}>
              {t('places.newCategory')}
              <Kbd>{'N'}</Kbd>
            </Button>
          )
        }
      />
      <PageBody>
        {error && (
          <LoadFailed
            error={error}
            title={t('places.categoriesFailed')}
            retrying={isFetching}
            onRetry={() => void refetch()}
          />
        )}
        {waiting && <SkeletonRows rows={10} columns={['1fr', '120px', '80px']} />}
        {data?.length === 0 && (
          <EmptyState icon={ListTree} title={t('places.noCategories')} text={t('places.noCategoriesText')} />
        )}
        {data && data.length > 0 && (
          <TableScroll label={t('places.categories')} className="scroll grow">
            <Table caption={t('places.categories')} fixedRows className="grid-rows">
              <thead>
                <tr>
                  <Th>{t('places.name')}</Th>
                  <Th style={{ width: '140px' }}>{t('places.code')}</Th>
                  <Th style={{ width: '220px' }}>{t('places.slug')}</Th>
                  <Th num style={{ width: '120px' }}>
                    {t('places.products')}
                  </Th>
                </tr>
              </thead>
              <tbody>
                {withProducts(inTreeOrder(data)).map((category) => (
                  <tr key={category.id}>
                    <Td className="ell">
                      <span className="row g4" style={{ paddingLeft: category.depth * 22 }}>
                        <Thumb drawing={category.drawing ?? 'bag'} size="xs" />
                        {mayEdit ? (
                          <button type="button" data-row-link="" onClick={() => setEdited(category)}>
                            {category.name}
                          </button>
                        ) : (
                          <b>{category.name}</b>
                        )}
                      </span>
                    </Td>
                    <Td>{category.code}</Td>
                    <Td className="ell muted">{category.slug}</Td>
                    <Td num>
                      <Link className="link" to={`/products?category=${category.slug}`}>
                        {category.products}
                      </Link>
                    </Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </TableScroll>
        )}
      </PageBody>
      {mayEdit && <PageKeys items={[{ keys: ['N'], text: t('places.newCategory') }]} />}
      {edited && data && (
        <CategoryDialog category={edited === 'new' ? null : edited} categories={data} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

/** Each category with the products in it and below it; the tree is in order, so what lies below follows. */
function withProducts(tree: readonly CategoryNode[]): (CategoryNode & { products: number })[] {
  return tree.map((category, index) => {
    const after = tree.slice(index + 1);
    const end = after.findIndex(({ depth }) => depth <= category.depth);
    const below = end < 0 ? after : after.slice(0, end);
    return { ...category, products: below.reduce((sum, each) => sum + each.productCount, category.productCount) };
  });
}
