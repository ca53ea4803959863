import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Table2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LoadFailed, PageTitle, useDelayed } from '@tradeyard/app-kit';
import { Button, EmptyState, SkeletonRows } from '@tradeyard/design-system';
import { PageBody, PageHeader } from '../../shared/list/page-frame';
import { useMay } from '../../shared/session';
import { NewTableDialog } from './new-table-dialog';
import { PlaceHeader } from './place-header';
import { PriceSheet, type PriceSheetProps } from './price-sheet';
import { placeTablesQuery, type PriceTable } from './prices.queries';
import { usePlace } from './use-place';
import './prices.css';

const noTables: PriceTable[] = [];

/** Products against price tables: edited like a sheet, saved into drafts, published as a whole. */
export default function PricesPage({ explain }: Pick<PriceSheetProps, 'explain'>): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const { place } = usePlace();
  const tables = useQuery(placeTablesQuery(place));
  const waiting = useDelayed(!tables.data);
  const [creating, setCreating] = useState(false);
  const { error } = tables;
  const ownTables = tables.data?.filter(({ scope }) => scope !== 'national') ?? [];

  if (tables.data && (ownTables.length > 0 || place.of !== 'company')) {
    return <PriceSheet tables={tables.data} explain={explain} />;
  }
  return (
    <>
      <PageHeader
        tall
        title={<PageTitle name={t('prices.title')} />}
        views={<PlaceHeader tables={tables.data ?? noTables} />}
      />
      <PageBody>
        {error ? (
          <LoadFailed
            error={error}
            title={t('prices.failed')}
            retrying={tables.isFetching}
            onRetry={() => void tables.refetch()}
          />
        ) : tables.data ? (
          <EmptyState
            icon={Table2}
            title={t('prices.noTable')}
            text={t('prices.noTableText')}
            action={
              may('price.edit') && (
                <Button variant="primary" onClick={() => setCreating(true)}>
                  {t('prices.newTable')}
                </Button>
              )
            }
          />
        ) : (
          waiting && <SkeletonRows rows={16} columns={['34px', '250px', '56px', '1fr', '1fr', '1fr', '1fr']} />
        )}
      </PageBody>
      {creating && place.of === 'company' && <NewTableDialog companyId={place.id} onClose={() => setCreating(false)} />}
    </>
  );
}
