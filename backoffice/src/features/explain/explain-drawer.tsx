import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormats } from '@tradeyard/app-kit';
import { Button, Drawer } from '@tradeyard/design-system';
import { askFields, nothingAsked, type Ask } from './ask';
import { ExplainAnswer } from './explain-answer';
import { ExplainInputs } from './explain-inputs';
import { askedProductQuery, explanationQuery } from './explain.queries';
import './explain.css';

/** Explains one product's price beside what one was doing; who buys, how many, where and when can be tried out. */
export function ExplainDrawer({
  product,
  unit = '',
  company = '',
  state = '',
  onClose,
}: Partial<Pick<Ask, 'unit' | 'company' | 'state'>> & { product: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { time } = useFormats();
  const [ask, setAsk] = useState<Ask>({ ...nothingAsked, product, unit, company, state });
  const { data } = useQuery(askedProductQuery(product));
  const { data: answer } = useQuery(explanationQuery(ask));
  const said = new URLSearchParams(askFields.flatMap((field) => (ask[field] ? [[field, ask[field]]] : [])));
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('explain.drawer')}
      description={
        data && (
          <>
            <b className="text-text">{data.name}</b> {data.sku}
          </>
        )
      }
      closeLabel={t('list.close')}
      footer={
        <>
          <span className="small muted grow">{answer && t('explain.asOf', { time: time(answer.at) })}</span>
          <Button asChild>
            <Link to={`/explain?${said.toString()}`}>
              {t('explain.openPage')}
              <ArrowRight className="i" />
            </Link>
          </Button>
        </>
      }
    >
      <div className="in-drawer">
        <ExplainInputs ask={ask} withProduct={false} onChange={(change) => setAsk((now) => ({ ...now, ...change }))} />
        <ExplainAnswer ask={ask} />
      </div>
    </Drawer>
  );
}
