import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LoadFailed, PageTitle } from '@tradeyard/app-kit';
import { EmptyState } from '@tradeyard/design-system';
import { ExplainPrice } from '../../shared/explain/explain-price';
import { explainedOf } from '../../shared/explain/explained-price';
import { PriceExplained } from '../../shared/explain/price-explained';
import { PageHeader } from '../../shared/list/page-frame';
import { BasketInput } from './basket-input';
import { Outcome } from './outcome';
import { simulationQuery, type SimulatedLine, type Simulation } from './simulator.queries';
import { Setting } from './setting';
import { useQuestion } from './use-question';
import './simulator.css';

/** What a basket would cost if drafts were live, or on another day: beside today's prices, line by line, each explained. */
export default function SimulatorPage(): ReactNode {
  const { t } = useTranslation();
  const { question, set, setLines } = useQuestion();
  const answer = useQuery(simulationQuery(question));
  const [why, setWhy] = useState<number | null>(null);
  const asked = question.order !== '' || question.list !== '' || question.lines.length > 0;
  const explained = why === null ? undefined : answer.data?.lines[why];
  return (
    <>
      <PageHeader title={<PageTitle name={t('simulator.title')} />} />
      <div className="simulator">
        <section className="simulator-inputs" aria-label={t('simulator.inputs')}>
          <Setting
            question={question}
            // A list belongs to one company.
            onChange={(change) => set({ ...change, ...(change.company !== undefined && { list: '' }) })}
          />
          <BasketInput
            question={question}
            onLines={setLines}
            onOrder={(order, company) => set({ order, list: '', ...(company && { company }) })}
            onList={(list) => set({ list, order: '' })}
          />
        </section>
        <section className="simulator-outcome" aria-label={t('simulator.outcome')}>
          {!asked ? (
            <EmptyState icon={FlaskConical} title={t('simulator.begin')} text={t('simulator.beginText')} />
          ) : answer.isError ? (
            <LoadFailed
              error={answer.error}
              title={t('simulator.failed')}
              retrying={answer.isFetching}
              onRetry={() => void answer.refetch()}
            />
          ) : (
            <Outcome
              answer={answer.data}
              stale={answer.isPlaceholderData}
              fetching={answer.isFetching}
              compares={question.revisions.length > 0 || question.date !== ''}
              editable={question.order === '' && question.list === ''}
              lines={question.lines}
              onLines={setLines}
              onExplain={setWhy}
              retry={() => void answer.refetch()}
            />
          )}
        </section>
      </div>
      {answer.data && explained && explained.productId && (
        <Why line={explained} answer={answer.data} date={question.date} onClose={() => setWhy(null)} />
      )}
    </>
  );
}

/** Both prices of a line, each with its trace. */
function Why({
  line,
  answer,
  date,
  onClose,
}: {
  line: SimulatedLine;
  answer: Simulation;
  date: string;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const asked = { company: answer.company !== null, state: answer.stateCode !== null };
  return (
    <ExplainPrice
      open
      live={false}
      ask={{
        productId: line.productId ?? '',
        unit: line.unit ?? '',
        quantity: line.quantity,
        companyId: answer.company?.id,
        stateCode: answer.stateCode,
        at: date || null,
      }}
      name={
        <>
          <b className="text-text">{line.name}</b> {line.sku}
        </>
      }
      stored={(['then', 'today'] as const).map((side) => ({
        id: side,
        label: t(`simulator.${side}`),
        note: t(`simulator.note.${side}`),
        content: <PriceExplained price={explainedOf(line[side], asked)} />,
      }))}
      onClose={onClose}
    />
  );
}
