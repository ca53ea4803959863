import type { ReactNode } from 'react';
import { Check, X } from 'lucide-react';
import { Progress } from 'radix-ui';
import { classNames } from '../class-names';

export interface Stage {
  id: string;
  label: ReactNode;
  state: 'done' | 'now' | 'todo' | 'bad';
  /** The state in words, read out. */
  stateLabel: string;
}

/** The way a document goes, and where it is. */
export function Stages({ items, label }: { items: readonly Stage[]; label: string }): ReactNode {
  return (
    <ol className="stages" aria-label={label}>
      {items.map((item, index) => (
        <li
          key={item.id}
          className={item.state === 'todo' ? undefined : item.state}
          aria-current={item.state === 'now' ? 'step' : undefined}
        >
          <span className="n" aria-hidden="true">
            {item.state === 'done' ? (
              <Check className="i i-xs" />
            ) : item.state === 'bad' ? (
              <X className="i i-xs" />
            ) : (
              index + 1
            )}
          </span>
          {item.label}
          <span className="sr">, {item.stateLabel}</span>
        </li>
      ))}
    </ol>
  );
}

export interface TimelineEntry {
  id: string;
  title: ReactNode;
  detail?: ReactNode;
  state: 'done' | 'now' | 'bad' | 'todo';
  stateLabel?: string;
  children?: ReactNode;
}

/** What happened, newest first as a rule. */
export function Timeline({ items, label }: { items: readonly TimelineEntry[]; label: string }): ReactNode {
  return (
    <ol className="tl" aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={item.state}>
          <b>{item.title}</b>
          {item.stateLabel && <span className="sr">, {item.stateLabel}</span>}
          {item.detail != null && <div className="small muted">{item.detail}</div>}
          {item.children}
        </li>
      ))}
    </ol>
  );
}

const SHAPE = {
  ok: <circle cx="5" cy="5" r="4.6" />,
  near: <path d="M5 .6 9.8 9.4H.2Z" />,
  under: <rect x=".8" y=".8" width="8.4" height="8.4" />,
};

/** A figure against a floor: circle, triangle or square. `stateLabel` says it in words: "under floor". */
export function TrafficLight({
  state,
  stateLabel,
  children,
}: {
  state: 'ok' | 'near' | 'under';
  stateLabel: string;
  children: ReactNode;
}): ReactNode {
  return (
    <span className={`tlight ${state}`}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        {SHAPE[state]}
      </svg>
      {children}
      <span className="sr">, {stateLabel}</span>
    </span>
  );
}

export interface MeterPart {
  /** Share of the whole, 0 to 1. */
  share: number;
  look?: 'brand' | 'warning' | 'danger' | 'hatched';
}

const PART = { brand: '', warning: 'w', danger: 'd', hatched: 's2' };

/** How much of a whole is used, in parts that follow one another; `label` says it in words. */
export function Meter({
  parts,
  label,
  className,
}: {
  parts: readonly MeterPart[];
  label: string;
  className?: string;
}): ReactNode {
  const placed = parts.map((part, index) => ({
    ...part,
    left: Math.min(
      1,
      parts.slice(0, index).reduce((sum, each) => sum + each.share, 0),
    ),
  }));
  return (
    <span className={classNames('meter', className)} role="img" aria-label={label}>
      {placed.map((part, index) => (
        <i
          key={index}
          className={PART[part.look ?? 'brand']}
          style={{ left: `${part.left * 100}%`, width: `${Math.min(part.share, 1 - part.left) * 100}%` }}
        />
      ))}
    </span>
  );
}

/** How far a job is; without `value` it is under way with no known end. */
export function ProgressBar({
  value,
  max = 100,
  label,
  className,
}: {
  value: number | null;
  max?: number;
  label: string;
  className?: string;
}): ReactNode {
  return (
    <Progress.Root
      className={classNames('meter', value === null && 'meter--busy', className)}
      value={value}
      max={max}
      aria-label={label}
    >
      <i style={{ width: `${value === null ? 30 : (Math.min(value, max) / max) * 100}%` }} />
    </Progress.Root>
  );
}
