import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '@tradeyard/app-kit';
import { PageHeader } from '../../shared/list/page-frame';
import { useUrlState } from '../../shared/list/use-url-state';
import { askOf, nothingAsked, type Ask } from './ask';
import { ExplainAnswer } from './explain-answer';
import { ExplainInputs } from './explain-inputs';
import './explain.css';

/** Explains any price: whoever buys, wherever, whenever. The address holds the question. */
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
        <div className="explain-sheet">
          <ExplainAnswer ask={ask} level={2} />
        </div>
      </div>
    </>
  );
}
