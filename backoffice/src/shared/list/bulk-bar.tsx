import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Kbd, useHotkeys, type IconType } from '@tradeyard/design-system';

export interface BulkAction {
  label: string;
  /** A single letter, shown and working. */
  shortcut: string;
  icon?: IconType;
  onSelect: () => void;
}

/** Floats up while rows are ticked: how many, what they sum up to, and what can be done with them at once. */
export function BulkBar({
  count,
  sum,
  actions,
  onClear,
}: {
  count: number;
  sum?: ReactNode;
  actions: readonly BulkAction[];
  onClear: () => void;
}): ReactNode {
  const { t } = useTranslation();
  useHotkeys(
    {
      ...Object.fromEntries(actions.map((action) => [action.shortcut.toLowerCase(), action.onSelect])),
      Escape: onClear,
    },
    { enabled: count > 0 },
  );
  if (count === 0) return null;
  return (
    <div className="bulkwrap">
      <div className="bulk on-chrome" role="group" aria-label={t('list.selected', { count })}>
        <b role="status">{t('list.selected', { count })}</b>
        {sum != null && <span className="sum">{sum}</span>}
        {actions.map((action) => (
          <button type="button" key={action.shortcut} onClick={action.onSelect}>
            {action.label} <Kbd>{action.shortcut}</Kbd>
          </button>
        ))}
        <button type="button" className="x" aria-label={t('list.clearSelection')} onClick={onClear}>
          <X className="i" />
        </button>
      </div>
    </div>
  );
}
