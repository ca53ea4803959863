import type { ReactNode } from 'react';
import PricesPage from '../features/prices/prices-page';
import { ExplainPrice } from '../shared/explain/explain-price';

/** The price grid with the explanation of any of its prices beside it. */
export default function PricesScreen(): ReactNode {
  return (
    <PricesPage
      explain={({ productId, unit, stateCode, companyId, at }, close) => (
        <ExplainPrice
          key={`${productId}|${stateCode ?? ''}|${companyId ?? ''}`}
          ask={{ productId, unit, stateCode, companyId, at }}
          open
          onClose={close}
        />
      )}
    />
  );
}
