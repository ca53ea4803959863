import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Views } from '../../shared/list/page-frame';

/** The two kinds of discounts there are. */
export function DiscountViews({ current }: { current: 'tiers' | 'codes' }): ReactNode {
  const { t } = useTranslation();
  return (
    <Views
      label={t('list.views')}
      items={[
        { to: '/prices/discounts', label: t('discounts.views.tiers'), current: current === 'tiers' },
        { to: '/prices/discounts/codes', label: t('discounts.views.codes'), current: current === 'codes' },
      ]}
    />
  );
}
