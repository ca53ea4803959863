import type { ReactNode } from 'react';
import type { VisibilityState } from '@tanstack/react-table';
import { Columns3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Menu, MenuCheckItem } from '@tradeyard/design-system';
import type { Column } from './columns';

/** Shows and hides the columns of a list. */
export function ColumnsMenu<Row>({
  columns,
  visible,
  onChange,
}: {
  columns: readonly Column<Row>[];
  visible: VisibilityState;
  onChange: (next: VisibilityState) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" size="sm" icon={Columns3}>
          {t('list.columns')}
        </Button>
      }
    >
      {columns
        .filter(({ meta, id }) => id && meta && !meta.fixed)
        .map(({ id = '', meta }) => (
          <MenuCheckItem
            key={id}
            checked={visible[id] !== false}
            onChange={(checked) => onChange({ ...visible, [id]: checked })}
          >
            {meta?.label}
          </MenuCheckItem>
        ))}
    </Menu>
  );
}
