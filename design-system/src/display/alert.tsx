import type { ReactNode } from 'react';
import { Check, CircleAlert, Diff, Info, TriangleAlert } from 'lucide-react';
import { classNames } from '../class-names';
import type { IconType } from '../icon';
import type { Meaning } from './badge';

const ICON: Record<Meaning | 'mark', IconType> = {
  info: Info,
  success: Check,
  warning: TriangleAlert,
  danger: CircleAlert,
  mark: Diff,
};

export interface AlertProps {
  meaning?: Meaning | 'mark';
  title: ReactNode;
  icon?: IconType;
  /** Read out at once; only for the answer to an action. */
  assertive?: boolean;
  /** At the right: a link or small button. */
  action?: ReactNode;
  className?: string;
  children?: ReactNode;
  /** To send the focus here: a summary of form errors. */
  ref?: React.Ref<HTMLDivElement>;
}

/** What happened, beside its cause. */
export function Alert({
  meaning = 'info',
  title,
  icon,
  assertive,
  action,
  className,
  children,
  ref,
}: AlertProps): ReactNode {
  const Icon = icon ?? ICON[meaning];
  return (
    <div
      ref={ref}
      tabIndex={ref ? -1 : undefined}
      className={classNames('alert', `alert--${meaning}`, className)}
      role={assertive ? 'alert' : 'status'}
    >
      <Icon className="i" />
      <div className="grow">
        <b>{title}</b>
        {children != null && <div className="small">{children}</div>}
      </div>
      {action}
    </div>
  );
}
