import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Views } from '../../shared/list/page-frame';
import { useMay } from '../../shared/session';

/** The screens around margins: what products cost, the floors, and how prices are changed. */
export function CostViews({ current }: { current: 'costs' | 'floors' | 'settings' }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const all = [
    ...(may('cost.read') ? (['costs', 'floors'] as const) : []),
    ...(may('price.read') ? (['settings'] as const) : []),
  ];
  return (
    <Views
      label={t('list.views')}
      items={all.map((view) => ({
        to: view === 'costs' ? '/prices/costs' : `/prices/costs/${view}`,
        label: t(`costs.views.${view}`),
        current: view === current,
      }))}
    />
  );
}
