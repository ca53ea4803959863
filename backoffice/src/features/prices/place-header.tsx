import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Views } from '../../shared/list/page-frame';
import type { PriceTable } from './prices.queries';
import { usePlace } from './use-place';

/** Where among the prices one is: the states, one table, or the list of them all. */
export function PlaceHeader({ tables, list }: { tables: readonly PriceTable[]; list?: boolean }): ReactNode {
  const { t } = useTranslation();
  const { place } = usePlace();
  const own = tables.find((table) =>
    place.of === 'company' ? table.companyId === place.id : table.id === ('id' in place ? place.id : ''),
  );
  return (
    <Views
      label={t('list.views')}
      items={[
        { to: '/prices', label: t('prices.views.states'), current: !list && place.of === 'states' },
        ...(!list && place.of !== 'states'
          ? [
              {
                to: `/prices?${place.of}=${place.id}`,
                label: own?.companyName ?? own?.name ?? t('prices.views.one'),
                current: true,
              },
            ]
          : []),
        { to: '/prices/tables', label: t('prices.views.tables'), current: Boolean(list) },
      ]}
    />
  );
}
