import type { ReactNode } from 'react';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { classNames, KeyBar, Tooltip, type KeyBarItem } from '@tradeyard/design-system';

/** The 46 px band on top of a screen: its title, its views and what can be done with all of it. */
export function PageHeader({
  title,
  views,
  actions,
  tall,
}: {
  title: ReactNode;
  views?: ReactNode;
  actions?: ReactNode;
  /** What is still to come will need another line in a narrow window: it is kept free. */
  tall?: boolean;
}): ReactNode {
  return (
    <header className={classNames('mh', tall && 'mh--tall')}>
      {title}
      {views}
      <span className="grow" />
      {actions}
    </header>
  );
}

/** From one record back to its list. */
export function BackLink({ to, label }: { to: string; label: string }): ReactNode {
  return (
    <Tooltip text={label} describes={false}>
      <Link to={to} className="btn btn--ghost btn--icon btn--sm" aria-label={label}>
        <ArrowLeft className="i" />
      </Link>
    </Tooltip>
  );
}

/** The 42 px band of what narrows the list; `end` holds what it comes to. */
export function FilterBar({
  label,
  end,
  children,
}: {
  label: string;
  end?: ReactNode;
  children?: ReactNode;
}): ReactNode {
  return (
    <div className="fb" role="group" aria-label={label}>
      {children}
      <span className="grow" />
      {end}
    </div>
  );
}

/** What lies between the bands and scrolls by itself; `panel` stands at its right. */
export function PageBody({
  panel,
  className,
  children,
}: {
  panel?: ReactNode;
  className?: string;
  children: ReactNode;
}): ReactNode {
  return (
    <div className={classNames('split', panel ? 'split--panel' : undefined)}>
      <div className={classNames('tw', className)}>{children}</div>
      {panel}
    </div>
  );
}

/** A body of sheets rather than one table: padded and scrolling. */
export function PageSheets({ className, children }: { className?: string; children: ReactNode }): ReactNode {
  return (
    <div className="split">
      <div className="tw">
        <div className={classNames('sheets', className)}>{children}</div>
      </div>
    </div>
  );
}

export interface View {
  /** Below /backoffice. */
  to: string;
  label: string;
  count?: number;
  current: boolean;
}

/** The views of a screen as links in its header. */
export function Views({ items, label }: { items: readonly View[]; label: string }): ReactNode {
  const navigate = useNavigate();
  return (
    <nav className="views" aria-label={label}>
      {items.map(({ to, label: text, count, current }) => (
        <a
          key={to}
          href={`/backoffice${to}`}
          aria-current={current ? 'page' : undefined}
          onClick={(event) => {
            if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
            event.preventDefault();
            void navigate(to);
          }}
        >
          {text}
          {count !== undefined && <span className="count">{count}</span>}
        </a>
      ))}
    </nav>
  );
}

/** The strip of the screen's shortcuts; `end` sits at its right edge. */
export function PageKeys({ items, end }: { items: readonly KeyBarItem[]; end?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return <KeyBar items={items} label={t('list.keys')} end={end} />;
}
