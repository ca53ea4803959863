import { Fragment, type ReactNode } from 'react';
import { ChevronRight, X } from 'lucide-react';
import { classNames } from '../class-names';
import { isPlainClick } from '../data/tabs';

/** Text for screen readers only. */
export function VisuallyHidden({ children }: { children: ReactNode }): ReactNode {
  return <span className="sr">{children}</span>;
}

/** Reads its content out when it changes. */
export function LiveRegion({ assertive, children }: { assertive?: boolean; children?: ReactNode }): ReactNode {
  return (
    <span className="sr" role={assertive ? 'alert' : 'status'}>
      {children}
    </span>
  );
}

/** The first link of a page; seen when it has the focus. */
export function SkipLink({ href = '#main', children }: { href?: string; children: ReactNode }): ReactNode {
  return (
    <a className="skip" href={href}>
      {children}
    </a>
  );
}

const TONES = ['', 'b', 'c', 'd'];

/** A person's initials; the colour follows from the name and means nothing. */
export function Avatar({ name, className }: { name: string; className?: string }): ReactNode {
  const words = name.trim().split(/\s+/);
  const initials = `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
  const tone = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % TONES.length;
  return (
    <span className={classNames('ava', TONES[tone], className)} role="img" aria-label={name}>
      {initials}
    </span>
  );
}

export interface ChipProps {
  /** Muted name before the value: "Branch". */
  name?: ReactNode;
  children: ReactNode;
  on?: boolean;
  onRemove?: () => void;
  /** Needed with onRemove. */
  removeLabel?: string;
  className?: string;
}

/** An applied filter; with `onRemove` it can be taken away. */
export function Chip({ name, children, on, onRemove, removeLabel, className }: ChipProps): ReactNode {
  return (
    <span className={classNames('chip', on && 'chip--on', !onRemove && 'chip--plain', className)}>
      {name}
      {name == null ? children : <b>{children}</b>}
      {onRemove && (
        <button type="button" aria-label={removeLabel} onClick={onRemove}>
          <X className="i" />
        </button>
      )}
    </span>
  );
}

export interface FilterTokenProps {
  name: ReactNode;
  operator?: ReactNode;
  value: ReactNode;
  onEdit?: () => void;
  onRemove: () => void;
  removeLabel: string;
}

/** A filter of a queue: name, operator, value. */
export function FilterToken({ name, operator, value, onEdit, onRemove, removeLabel }: FilterTokenProps): ReactNode {
  return (
    <span className="ftok">
      <span className="name">{name}</span>
      {operator != null && <span>{operator}</span>}
      {onEdit ? (
        <button type="button" className="edit" onClick={onEdit}>
          {value}
        </button>
      ) : (
        <b>{value}</b>
      )}
      <button type="button" aria-label={removeLabel} onClick={onRemove}>
        <X className="i" />
      </button>
    </span>
  );
}

export interface PanelProps {
  title?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  footer?: ReactNode;
  /** No padding inside, for tables. */
  flush?: boolean;
  level?: 2 | 3;
  id?: string;
  className?: string;
  children: ReactNode;
}

/** A sheet with an optional head and foot. */
export function Panel({ title, actions, footer, flush, level = 2, id, className, children }: PanelProps): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={classNames('panel', className)} id={id}>
      {(title != null || actions) && (
        <header>
          {title != null && <Heading className="grow">{title}</Heading>}
          {actions}
        </header>
      )}
      {flush ? children : <div className="body">{children}</div>}
      {footer && <footer>{footer}</footer>}
    </section>
  );
}

/** Names and what they stand for, in two columns. */
export function DescriptionList({
  items,
  className,
}: {
  items: readonly { name: ReactNode; value: ReactNode }[];
  className?: string;
}): ReactNode {
  return (
    <dl className={classNames('dl', className)}>
      {items.map((item, index) => (
        <Fragment key={index}>
          <dt>{item.name}</dt>
          <dd>{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

export interface CrumbsProps {
  items: readonly { label: ReactNode; href?: string }[];
  label: string;
  onNavigate?: (href: string) => void;
}

/** The way down to this page; the last has no link. */
export function Crumbs({ items, label, onNavigate }: CrumbsProps): ReactNode {
  return (
    <nav aria-label={label}>
      <ol className="crumbs">
        {items.map((item, index) => {
          const { href } = item;
          return (
            <li key={index}>
              {index > 0 && <ChevronRight className="i" />}
              {href === undefined ? (
                <span aria-current="page">{item.label}</span>
              ) : (
                <a
                  href={href}
                  onClick={(event) => {
                    if (!onNavigate || !isPlainClick(event)) return;
                    event.preventDefault();
                    onNavigate(href);
                  }}
                >
                  {item.label}
                </a>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** The tenant's logo with its name, or the house mark; the mark takes the tenant's colour. */
export function Logo({
  name,
  src,
  compact,
  className,
}: {
  name: string;
  src?: string | null;
  compact?: boolean;
  className?: string;
}): ReactNode {
  return (
    <span className={classNames('logo', className)}>
      {src ? <img src={src} alt={name} /> : <Mark />}
      {!src && <span className={compact ? 'sr' : undefined}>{name}</span>}
    </span>
  );
}

/** The T-square of the house. */
export function Mark(): ReactNode {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="6" fill="var(--accent)" />
      <g fill="var(--on-accent)">
        <rect x="5" y="6.5" width="22" height="3.4" />
        <rect x="14.3" y="6.5" width="3.4" height="19.5" />
        <rect x="5" y="6.5" width="2.2" height="10" />
        <rect x="9.7" y="6.5" width="2.2" height="6.6" />
        <rect x="20.1" y="6.5" width="2.2" height="6.6" />
        <rect x="24.8" y="6.5" width="2.2" height="10" />
      </g>
    </svg>
  );
}
