import type { ReactNode } from 'react';
import { ExplainDrawer } from '../features/explain/explain-drawer';
import PricesPage from '../features/prices/prices-page';

/** The price grid with the explanation of any of its prices beside it. */
export default function PricesScreen(): ReactNode {
  return (
    <PricesPage
      explain={({ productId, unit, stateCode, companyId }, close) => (
        <ExplainDrawer
          key={`${productId}|${stateCode ?? ''}|${companyId ?? ''}`}
          product={productId}
          unit={unit}
          state={stateCode ?? ''}
          company={companyId ?? ''}
          onClose={close}
        />
      )}
    />
  );
}
