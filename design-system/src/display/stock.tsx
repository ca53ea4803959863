import type { ReactNode } from 'react';
import { CircleSlash, Truck, TriangleAlert } from 'lucide-react';
import { classNames } from '../class-names';

export type StockState = 'in_stock' | 'low' | 'out' | 'backorder';

const COLOUR = { in_stock: 'c-success', low: 'c-warning', out: 'c-danger', backorder: 'muted' } as const;

/** The shape of a stock state: dot, triangle, struck circle, lorry. The words stand beside it. */
export function StockDot({ state }: { state: StockState }): ReactNode {
  if (state === 'low') return <TriangleAlert className="i c-warning" />;
  if (state === 'out') return <CircleSlash className="i c-danger" />;
  if (state === 'backorder') return <Truck className="i muted" />;
  return <span className="dotmark c-success" aria-hidden="true" />;
}

export interface StockStatusProps {
  state: StockState;
  /** "1,140 bags", "14 left", "None today", "Made to order". */
  children: ReactNode;
  /** Under it: "Due Fri 27 Nov". */
  detail?: ReactNode;
  className?: string;
}

/** How much there is, in words and shape. */
export function StockStatus({ state, children, detail, className }: StockStatusProps): ReactNode {
  return (
    <span className={classNames('inline-flex flex-col', className)}>
      <span className={classNames('stk', state !== 'in_stock' && COLOUR[state])}>
        <StockDot state={state} />
        <span>{children}</span>
      </span>
      {detail != null && <span className="small muted">{detail}</span>}
    </span>
  );
}
