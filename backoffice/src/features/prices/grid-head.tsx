import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { beforePrices, NATIONAL, type GridLayout } from './grid-layout';
import type { ShownColumn } from './grid-row';
import type { Block } from './selection';

/** The names of the columns; those that are selected stand out. */
export function GridHead({
  shown,
  layout,
  width,
  block,
}: {
  shown: readonly ShownColumn[];
  layout: GridLayout;
  width: number;
  block: Block;
}): ReactNode {
  const { t } = useTranslation();
  const headOf = ({ column: { tableId, name }, index, left }: ShownColumn): ReactNode => {
    const hot = index >= block.left && index <= block.right;
    return (
      <span
        key={tableId}
        role="columnheader"
        aria-colindex={index + beforePrices(layout) + 1}
        title={name}
        className={[left !== undefined && 'abs', hot && 'hot'].filter(Boolean).join(' ') || undefined}
        style={{ width: left === undefined ? NATIONAL : layout.column, left }}
      >
        {name}
      </span>
    );
  };
  return (
    <div className="pg-head" role="row" aria-rowindex={1} style={{ width }}>
      <span className="pg-pin" role="presentation" style={{ width: layout.frozen }}>
        <span className="rn" role="presentation" style={{ width: layout.number }} />
        <span className="l" role="columnheader" aria-colindex={1} style={{ width: layout.product }}>
          {t('prices.product')}
        </span>
        <span className="l" role="columnheader" aria-colindex={2} style={{ width: layout.unit }}>
          {t('prices.unit')}
        </span>
        {layout.cost > 0 && (
          <span role="columnheader" aria-colindex={3} style={{ width: layout.cost }}>
            {t('prices.cost')}
          </span>
        )}
        {shown.filter(({ left }) => left === undefined).map(headOf)}
      </span>
      {shown.filter(({ left }) => left !== undefined).map(headOf)}
    </div>
  );
}
