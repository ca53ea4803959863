import type { ReactNode } from 'react';
import { CloudOff, RotateCw } from 'lucide-react';
import { classNames } from '../class-names';
import { Button } from '../controls/button';
import type { IconType } from '../icon';
import { Drawing } from './drawing';

/** A grey bar in the place of something that is loading; hidden from screen readers. */
export function Skeleton({
  width,
  height,
  className,
}: {
  width?: number | string;
  height?: number;
  className?: string;
}): ReactNode {
  return <span className={classNames('sk', className)} style={{ width, height }} aria-hidden="true" />;
}

export interface SkeletonColumn {
  /** A CSS width; "1fr" grows. */
  width: string;
  height?: number;
  lines?: 1 | 2;
}

/** Rows of bars on the grid of the real ones; the container is marked busy by its caller. A text is a column of that width. */
export function SkeletonRows({
  rows = 6,
  columns = ['25%', '1fr', '15%'],
}: {
  rows?: number;
  columns?: readonly (string | SkeletonColumn)[];
}): ReactNode {
  return (
    <div className="sk-rows" aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <div className="sk-row" key={row}>
          {columns.map((column, index) => {
            const { width, height, lines }: SkeletonColumn = typeof column === 'string' ? { width: column } : column;
            if (!width.endsWith('fr')) return <Skeleton key={index} width={width} height={height} />;
            const share = 40 + ((row * 17 + index * 11) % 40);
            return (
              <span className="grow" key={index}>
                <Skeleton width={`${share}%`} height={height} />
                {lines === 2 && <Skeleton width={`${share * 0.6}%`} className="mt-2" />}
              </span>
            );
          })}
        </div>
      ))}
    </div>
  );
}

export interface EmptyStateProps {
  icon?: IconType;
  /** Only where the whole page is empty. */
  drawing?: string;
  title: ReactNode;
  text?: ReactNode;
  /** The one next step. */
  action?: ReactNode;
  level?: 2 | 3;
  className?: string;
  children?: ReactNode;
}

/** What is empty, why, and the one next step. */
export function EmptyState({
  icon: Icon,
  drawing,
  title,
  text,
  action,
  level = 2,
  className,
  children,
}: EmptyStateProps): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={classNames('empty', className)}>
      {drawing ? <Drawing name={drawing} size={88} /> : Icon && <Icon className="i" />}
      <Heading>{title}</Heading>
      {text != null && <p>{text}</p>}
      {action && <div className="row g4 wrap justify-center">{action}</div>}
      {children}
    </div>
  );
}

export interface ErrorStateProps {
  title: ReactNode;
  /** What is safe and what to do. */
  text?: ReactNode;
  retryLabel?: string;
  onRetry?: () => void;
  retrying?: boolean;
  /** A second way out. */
  action?: ReactNode;
  /** "Reference req_8F3K2". */
  reference?: ReactNode;
  icon?: IconType;
  level?: 2 | 3;
  className?: string;
}

/** What failed, what is safe, what to do; the reference last and small. */
export function ErrorState({
  title,
  text,
  retryLabel,
  onRetry,
  retrying,
  action,
  reference,
  icon: Icon = CloudOff,
  level = 2,
  className,
}: ErrorStateProps): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={classNames('empty', className)} role="alert">
      <Icon className="i c-danger" />
      <Heading>{title}</Heading>
      {text != null && <p>{text}</p>}
      {(onRetry || action) && (
        <div className="row g4 wrap justify-center">
          {onRetry && (
            <Button variant="primary" icon={RotateCw} busy={retrying} onClick={onRetry}>
              {retryLabel}
            </Button>
          )}
          {action}
        </div>
      )}
      {reference != null && <span className="small subtle">{reference}</span>}
    </div>
  );
}
