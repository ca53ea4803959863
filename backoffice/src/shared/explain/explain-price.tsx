import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ArrowRight, FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormats } from '@tradeyard/app-kit';
import { Button, Drawer, Segmented } from '@tradeyard/design-system';
import { useMay } from '../session';
import { nothingAsked, parametersOf, type Ask } from './ask';
import { ExplainAnswer } from './explain-answer';
import { ExplainInputs } from './explain-inputs';
import { askedProductQuery, explanationQuery } from './explain.queries';
import './explain.css';

/** Whose price of what is to be explained; the first unit, one of it, today and national prices unless said. */
export interface PriceAsked {
  productId: string;
  unit?: string;
  quantity?: string;
  companyId?: string | null;
  stateCode?: string | null;
  /** A day or an instant. */
  at?: string | null;
  tradeCode?: string | null;
}

/** A price that is known already, as it was or would be: one of the drawer's sides. */
export interface ToldPrice {
  id: string;
  /** "When ordered". */
  label: string;
  /** At the drawer's foot: "As of Mon 2 Nov, 14:11". */
  note?: ReactNode;
  content: ReactNode;
}

const LIVE = 'live';

/**
 * Explains one price beside what one was doing. What is `stored` comes first, and today's price beside it; who buys,
 * how many, where and when can be tried out.
 */
export function ExplainPrice({
  ask,
  stored = [],
  live = true,
  name,
  open,
  onClose,
}: {
  ask: PriceAsked;
  stored?: readonly ToldPrice[];
  /** Whether today's price is to be had besides what is stored. */
  live?: boolean;
  /** Name and SKU, where they are known without reading the product. */
  name?: ReactNode;
  open: boolean;
  onClose: () => void;
}): ReactNode {
  return open && <Opened ask={ask} stored={stored} live={live} name={name} onClose={onClose} />;
}

function Opened({
  ask: asked,
  stored,
  live,
  name,
  onClose,
}: {
  ask: PriceAsked;
  stored: readonly ToldPrice[];
  live: boolean;
  name: ReactNode;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { time } = useFormats();
  const may = useMay();
  const mayAsk = live && may('price.read');
  const [ask, setAsk] = useState<Ask>({
    ...nothingAsked,
    product: asked.productId,
    unit: asked.unit ?? '',
    quantity: asked.quantity ?? '1',
    company: asked.companyId ?? '',
    state: asked.stateCode ?? '',
    date: asked.at ?? '',
    code: asked.tradeCode ?? '',
  });
  const [side, setSide] = useState(stored[0]?.id ?? LIVE);
  const told = stored.find(({ id }) => id === side);
  const { data } = useQuery({ ...askedProductQuery(ask.product), enabled: name === undefined && may('product.read') });
  const { data: answer } = useQuery({ ...explanationQuery(ask), enabled: !told && mayAsk });
  const sides = [...stored, ...(mayAsk && stored.length > 0 ? [{ id: LIVE, label: t('explain.today') }] : [])];
  return (
    <Drawer
      open
      onOpenChange={(next) => !next && onClose()}
      title={t('explain.drawer')}
      description={
        name ??
        (data && (
          <>
            <b className="text-text">{data.name}</b> {data.sku}
          </>
        ))
      }
      closeLabel={t('list.close')}
      footer={
        <>
          <span className="small muted grow">
            {told ? told.note : answer && t('explain.asOf', { time: time(answer.at) })}
          </span>
          {mayAsk && (
            <>
              <Button asChild>
                <Link to={`/prices/simulator?${simulated(ask)}`}>
                  <FlaskConical className="i" />
                  {t('explain.compareDrafts')}
                </Link>
              </Button>
              <Button asChild>
                <Link to={`/explain?${parametersOf(ask).toString()}`}>
                  {t('explain.openPage')}
                  <ArrowRight className="i" />
                </Link>
              </Button>
            </>
          )}
        </>
      }
    >
      <div className="in-drawer">
        {sides.length > 1 && (
          <div className="sides">
            <Segmented aria-label={t('explain.sides')} value={side} onChange={setSide} items={sides.map(toChoice)} />
          </div>
        )}
        {told ? (
          told.content
        ) : (
          <>
            <ExplainInputs
              ask={ask}
              withProduct={false}
              onChange={(change) => setAsk((now) => ({ ...now, ...change }))}
            />
            <ExplainAnswer ask={ask} />
          </>
        )}
      </div>
    </Drawer>
  );
}

const toChoice = ({ id, label }: { id: string; label: string }): { value: string; label: string } => ({
  value: id,
  label,
});

/** The simulator's address for the same question. */
function simulated({ company, state, date, code, product, unit, quantity }: Ask): string {
  const line = [product, quantity, unit].join('~');
  const said = { company, state, date: date.slice(0, 10), code, line };
  return new URLSearchParams(Object.entries(said).filter(([, value]) => value)).toString();
}
