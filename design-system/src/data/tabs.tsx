import type { MouseEvent, ReactNode } from 'react';
import { Tabs as Radix } from 'radix-ui';
import { classNames } from '../class-names';
import { Count } from '../display/badge';

export interface TabItem {
  value: string;
  label: ReactNode;
  count?: ReactNode;
}

export interface TabsProps {
  items: readonly TabItem[];
  value: string;
  onChange: (value: string) => void;
  /** Names the row of tabs. */
  label: string;
  className?: string;
  /** The TabPanels. */
  children?: ReactNode;
}

/** Parts of one record, one shown at a time. */
export function Tabs({ items, value, onChange, label, className, children }: TabsProps): ReactNode {
  return (
    <Radix.Root value={value} onValueChange={onChange} className={className}>
      <Radix.List className="tabs" aria-label={label}>
        {items.map((item) => (
          <Radix.Trigger key={item.value} value={item.value}>
            {item.label}
            {item.count != null && <Count>{item.count}</Count>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {children}
    </Radix.Root>
  );
}

/** What the tab of the same value shows. */
export function TabPanel({
  value,
  className,
  children,
}: {
  value: string;
  className?: string;
  children: ReactNode;
}): ReactNode {
  return (
    <Radix.Content value={value} className={className}>
      {children}
    </Radix.Content>
  );
}

/** Whether a click on a link is a plain one that the app may handle itself. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

export interface ViewTabsProps {
  items: readonly { href: string; label: ReactNode; count?: ReactNode; current?: boolean }[];
  label: string;
  onNavigate?: (href: string) => void;
  className?: string;
}

/** Saved views as links that look like tabs; a plain click goes to `onNavigate`. */
export function ViewTabs({ items, label, onNavigate, className }: ViewTabsProps): ReactNode {
  return (
    <nav className={classNames('tabs', className)} aria-label={label}>
      {items.map((item) => (
        <a
          key={item.href}
          href={item.href}
          aria-current={item.current ? 'page' : undefined}
          onClick={(event) => {
            if (!onNavigate || !isPlainClick(event)) return;
            event.preventDefault();
            onNavigate(item.href);
          }}
        >
          {item.label}
          {item.count != null && <Count>{item.count}</Count>}
        </a>
      ))}
    </nav>
  );
}
