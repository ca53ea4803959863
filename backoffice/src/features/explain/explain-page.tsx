import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '@tradeyard/app-kit';
import { Panel } from '@tradeyard/design-system';
import { askOf, nothingAsked, type Ask } from '../../shared/explain/ask';
import { ExplainAnswer } from '../../shared/explain/explain-answer';
import { ExplainInputs } from '../../shared/explain/explain-inputs';
import { PriceHistory } from '../../shared/explain/price-history';
import { PageHeader } from '../../shared/list/page-frame';
import { useUrlState } from '../../shared/list/use-url-state';

/** Explains any price: whoever buys, wherever, whenever; the product's prices over time beside it. The address holds the question. */
export default function ExplainPage(): ReactNode {
  const { t } = useTranslation();
  const url = useUrlState();
  const ask = askOf(url.get);
  const change = (part: Partial<Ask>): void =>
    url.set({ ...part, ...(part.quantity === nothingAsked.quantity && { quantity: null }) }, { replace: true });
  return (
    <>
      <PageHeader title={<PageTitle name={t('explain.title')} />} />
      <div className="explain">
        <ExplainInputs ask={ask} withProduct onChange={change} />
        <div className="explain-body">
          <div className="explain-sheet">
            <ExplainAnswer ask={ask} level={2} />
          </div>
          {ask.product && (
            <Panel title={t('explain.history')} className="explain-history">
              <PriceHistory productId={ask.product} asOf={ask.date.slice(0, 10)} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}
