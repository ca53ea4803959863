import type { ReactNode } from 'react';
import { ArrowDownToLine, ArrowRightToLine, ClipboardPaste, Copy, Eraser, History, Pencil, Ruler } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem, MenuSeparator } from '@tradeyard/design-system';

/** What can be done with the selected cells, where somebody asked for it. */
export function CellMenu({
  point,
  mayEdit,
  onWhy,
  onHistory,
  onEdit,
  onCopy,
  onPaste,
  onFillDown,
  onFillRight,
  onInherit,
  onClose,
}: {
  point: { x: number; y: number };
  mayEdit: boolean;
  onWhy?: () => void;
  onHistory: () => void;
  onEdit: () => void;
  onCopy: () => void;
  onPaste: () => void;
  onFillDown: () => void;
  onFillRight: () => void;
  onInherit: () => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Menu
      open
      onOpenChange={(open) => !open && onClose()}
      trigger={
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('prices.menu.label')}
          className="pg-menu-anchor"
          style={{ left: point.x, top: point.y }}
        />
      }
    >
      {onWhy && (
        <MenuItem icon={Ruler} shortcut="Alt Enter" onSelect={onWhy}>
          {t('prices.why')}
        </MenuItem>
      )}
      <MenuItem icon={History} onSelect={onHistory}>
        {t('prices.menu.history')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Copy} shortcut="Ctrl C" onSelect={onCopy}>
        {t('prices.menu.copy')}
      </MenuItem>
      {mayEdit && (
        <>
          <MenuItem icon={ClipboardPaste} shortcut="Ctrl V" onSelect={onPaste}>
            {t('prices.menu.paste')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={Pencil} shortcut="F2" onSelect={onEdit}>
            {t('prices.keys.edit')}
          </MenuItem>
          <MenuItem icon={ArrowDownToLine} shortcut="Ctrl D" onSelect={onFillDown}>
            {t('prices.keys.fill')}
          </MenuItem>
          <MenuItem icon={ArrowRightToLine} shortcut="Ctrl R" onSelect={onFillRight}>
            {t('prices.menu.fillRight')}
          </MenuItem>
          <MenuItem icon={Eraser} shortcut="Del" onSelect={onInherit}>
            {t('prices.keys.inherit')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
