import type { ReactNode } from 'react';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton, useHotkeys } from '@tradeyard/design-system';

/** The record that is looked at beside its list; Escape closes it, the arrows go through the list. */
export function SidePanel({
  label,
  title,
  detail,
  actions,
  footer,
  onClose,
  onPrevious,
  onNext,
  children,
}: {
  /** Names it for screen readers: "Order 104-2344". */
  label: string;
  title: ReactNode;
  detail?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  useHotkeys({ Escape: onClose });
  return (
    <aside className="panelr" aria-label={label}>
      <header>
        <div className="row between">
          <div className="row g4 wrap min-w-0">{title}</div>
          <span className="row g2">
            {onPrevious && (
              <IconButton size="sm" icon={ChevronUp} label={t('list.previous')} shortcut="K" onClick={onPrevious} />
            )}
            {onNext && <IconButton size="sm" icon={ChevronDown} label={t('list.next')} shortcut="J" onClick={onNext} />}
            {actions}
            <IconButton size="sm" icon={X} label={t('list.close')} shortcut="Esc" onClick={onClose} />
          </span>
        </div>
        {detail != null && <div className="mt-1">{detail}</div>}
      </header>
      {/* Reached by keyboard so that it can be scrolled. */}
      <div className="body" tabIndex={0} role="group" aria-label={label}>
        {children}
      </div>
      {footer && <footer>{footer}</footer>}
    </aside>
  );
}

/** One part of a side panel; `aside` stands at the right of its heading. */
export function PanelPart({
  title,
  aside,
  children,
}: {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <section className="psec">
      {title != null && (
        <h3>
          <span>{title}</span>
          {aside != null && <span className="muted font-normal">{aside}</span>}
        </h3>
      )}
      {children}
    </section>
  );
}
