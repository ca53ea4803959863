import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { BadgePercent, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LoadFailed, PageTitle, useDelayed, useFormats } from '@tradeyard/app-kit';
import {
  Button,
  EmptyState,
  Kbd,
  SkeletonRows,
  Table,
  TableScroll,
  Td,
  Th,
  useHotkeys,
} from '@tradeyard/design-system';
import { categoriesQuery, pathName } from '../../shared/catalogue.queries';
import { PageBody, PageHeader, PageKeys } from '../../shared/list/page-frame';
import { useMay } from '../../shared/session';
import { DiscountViews } from './discount-views';
import { tiersQuery, type BuyerTier } from './discounts.queries';
import { TierDialog } from './tier-dialog';
import './discounts.css';

const NEW_KEY = 'N';

/** The standings of companies and what each takes off, everywhere and per category. */
export default function TiersPage(): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  const may = useMay();
  const { data, error, isFetching, refetch } = useQuery(tiersQuery);
  const categories = useQuery({ ...categoriesQuery, enabled: may('product.read') }).data ?? [];
  const waiting = useDelayed(!data && !error);
  const [edited, setEdited] = useState<BuyerTier | 'new' | null>(null);
  const mayEdit = may('price.publish');
  useHotkeys({ n: () => setEdited('new') }, { enabled: mayEdit && edited === null });
  const percent = (value: string): string =>
    Number(value) === 0 ? t('list.none') : t('discounts.off', { percent: quantity(value) });
  return (
    <>
      <PageHeader
        title={<PageTitle name={t('discounts.title')} />}
        views={<DiscountViews current="tiers" />}
        actions={
          mayEdit && (
            <Button variant="primary" icon={Plus} onClick={() => setEdited('new')}>
              {t('discounts.newTier')} <Kbd>{NEW_KEY}</Kbd>
            </Button>
          )
        }
      />
      <PageBody>
        {error && (
          <LoadFailed
            error={error}
            title={t('discounts.tiersFailed')}
            retrying={isFetching}
            onRetry={() => void refetch()}
          />
        )}
        {waiting && <SkeletonRows rows={4} columns={['120px', '1fr', '100px', '1fr']} />}
        {data?.length === 0 && (
          <EmptyState icon={BadgePercent} title={t('discounts.noTiers')} text={t('discounts.noTiersText')} />
        )}
        {data && data.length > 0 && (
          <TableScroll label={t('discounts.views.tiers')} className="scroll grow">
            <Table caption={t('discounts.views.tiers')} className="grid-rows tiers-table">
              <thead>
                <tr>
                  <Th style={{ width: '220px' }}>{t('discounts.name')}</Th>
                  <Th style={{ width: '140px' }}>{t('discounts.code')}</Th>
                  <Th num style={{ width: '120px' }}>
                    {t('discounts.everywhere')}
                  </Th>
                  <Th>{t('discounts.byCategory')}</Th>
                </tr>
              </thead>
              <tbody>
                {data.map((tier) => (
                  <tr key={tier.id}>
                    <Td className="ell">
                      {mayEdit ? (
                        <button type="button" data-row-link="" onClick={() => setEdited(tier)}>
                          {tier.name}
                        </button>
                      ) : (
                        <b>{tier.name}</b>
                      )}
                    </Td>
                    <Td>{tier.code}</Td>
                    <Td num>{percent(tier.defaultPercent)}</Td>
                    <Td className="wraps">
                      {tier.categories.length === 0 ? (
                        <span className="subtle">{t('list.none')}</span>
                      ) : (
                        tier.categories
                          .map((each) => `${pathName(categories, each.categoryId)} ${percent(each.percent)}`)
                          .join(', ')
                      )}
                    </Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </TableScroll>
        )}
      </PageBody>
      {mayEdit && <PageKeys items={[{ keys: [NEW_KEY], text: t('discounts.newTier') }]} />}
      {edited && <TierDialog tier={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}
