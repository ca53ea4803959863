import type { ComponentProps, ReactNode } from 'react';
import { FileText } from 'lucide-react';
import { classNames } from '../class-names';

export type PriceSourceName = 'company' | 'state' | 'national' | 'quote';

const LEVEL = { national: 1, state: 2, company: 3 } as const;
const LOOK = { company: 'contract', state: 'state', national: 'list', quote: 'quote' } as const;
const BARS = [
  { x: 0, y: 7.5, height: 4.5 },
  { x: 5.6, y: 4, height: 8 },
  { x: 11.2, y: 0, height: 12 },
];

/** Three rising marks, filled up to how specific something is: 1 national, 2 state, 3 company. */
export function Rung({ level }: { level: 1 | 2 | 3 }): ReactNode {
  return (
    <svg className="rung" viewBox="0 0 15 12" aria-hidden="true">
      {BARS.map((bar, index) => (
        <rect key={bar.x} className={index < level ? 'f' : undefined} {...bar} width="3.6" rx=".6" />
      ))}
    </svg>
  );
}

export interface PriceSourceProps extends Omit<ComponentProps<'button'>, 'name' | 'children' | 'type'> {
  source: PriceSourceName;
  /** "Contract", "State · OR", "List". */
  label: string;
  look?: 'boxed' | 'inline';
  /** Read out instead of the label: "Contract price". */
  name?: string;
  /** Given: it is a button that opens the explanation. */
  onExplain?: () => void;
  /** It is a button whose work its surroundings give it, as a popover's trigger. */
  opens?: boolean;
}

/** Where a price comes from. */
export function PriceSource({
  source,
  label,
  look = 'boxed',
  name,
  onExplain,
  opens = false,
  className,
  ...button
}: PriceSourceProps): ReactNode {
  const classes = classNames('src', `src--${LOOK[source]}`, look === 'boxed' && 'boxed', className);
  const content = (
    <>
      {source === 'quote' ? <FileText className="i" /> : <Rung level={LEVEL[source]} />}
      <span className="src-text" aria-hidden={name ? true : undefined}>
        {label}
      </span>
      {name && <span className="sr">{name}</span>}
    </>
  );
  return onExplain || opens ? (
    <button type="button" {...button} className={classes} onClick={onExplain ?? button.onClick}>
      {content}
    </button>
  ) : (
    <span className={classes}>{content}</span>
  );
}

export interface PriceProps {
  /** Formatted amount: "$7.84". */
  amount: ReactNode;
  /** What it buys: "bag". */
  unit?: string;
  /** Formatted list price, shown struck. */
  list?: string;
  /** Read out before the struck price: "List price". */
  listLabel?: string;
  /** Read out instead of "$7.84 / bag": "$7.84 per bag". */
  name?: string;
  size?: 'body' | 'figure' | 'lg';
  align?: 'start' | 'end';
  /** Beside the struck price: the source, as a rule. */
  children?: ReactNode;
  className?: string;
}

/** A price with its unit, which is part of its accessible name. */
export function Price({
  amount,
  unit,
  list,
  listLabel,
  name,
  size = 'figure',
  align = 'end',
  children,
  className,
}: PriceProps): ReactNode {
  return (
    <span className={classNames('prc', align === 'start' && 'prc--start', className)}>
      <span className={classNames('p', size !== 'figure' && `p--${size}`)}>
        {name && <span className="sr">{name}</span>}
        <span aria-hidden={name ? true : undefined}>
          {amount}
          {unit && <small> / {unit}</small>}
        </span>
      </span>
      {(list || children) && (
        <span className="sub">
          {list && (
            <s>
              {listLabel && <span className="sr">{listLabel} </span>}
              {list}
            </s>
          )}
          {children}
        </span>
      )}
    </span>
  );
}
