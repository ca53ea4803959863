import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import type { IconType } from '../icon';

export type Meaning = 'success' | 'warning' | 'danger' | 'info';

export interface BadgeProps {
  meaning?: Meaning | 'brand' | 'outline' | 'mark' | 'solid' | 'neutral';
  icon?: IconType;
  className?: string;
  children: ReactNode;
}

/** A state in one or two words; the icon repeats it as a shape. */
export function Badge({ meaning = 'neutral', icon: Icon, className, children }: BadgeProps): ReactNode {
  return (
    <span className={classNames('badge', meaning !== 'neutral' && `badge--${meaning}`, className)}>
      {Icon && <Icon className="i" />}
      {children}
    </span>
  );
}

/** How many, in a small box. */
export function Count({ on, children }: { on?: boolean; children: ReactNode }): ReactNode {
  return <span className={classNames('count', on && 'count--on')}>{children}</span>;
}
