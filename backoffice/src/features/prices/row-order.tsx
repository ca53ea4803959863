import type { ReactNode } from 'react';
import { Check, ListChevronsDownUp, ListChevronsUpDown, ListTree } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton, Menu, MenuItem, MenuLabel, MenuSeparator } from '@tradeyard/design-system';
import { useUrlState } from '../../shared/list/use-url-state';
import { usePlace } from './use-place';

const orders = ['category', 'name'] as const;

/** Whether rows stand under their categories, which the address remembers, and all of those at once folded or not. */
export function RowOrder({ onFoldAll }: { onFoldAll: (away: boolean) => void }): ReactNode {
  const { t } = useTranslation();
  const url = useUrlState();
  const { by } = usePlace();
  return (
    <Menu align="end" trigger={<IconButton icon={ListTree} size="sm" label={t('prices.order.title')} />}>
      <MenuLabel>{t('prices.order.title')}</MenuLabel>
      {orders.map((order) => (
        <MenuItem
          key={order}
          icon={order === by ? Check : undefined}
          onSelect={() => url.set({ by: order === 'name' ? order : null })}
        >
          <span className={order === by ? undefined : 'ml-6'}>{t(`prices.order.${order}`)}</span>
        </MenuItem>
      ))}
      {by === 'category' && (
        <>
          <MenuSeparator />
          <MenuItem icon={ListChevronsDownUp} onSelect={() => onFoldAll(true)}>
            {t('prices.order.foldAll')}
          </MenuItem>
          <MenuItem icon={ListChevronsUpDown} onSelect={() => onFoldAll(false)}>
            {t('prices.order.unfoldAll')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
