import type { ReactNode } from 'react';
import { Copy, Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Button, PriceSource, useToast } from '@tradeyard/design-system';
import { MarginLight, useMargin } from '../margin-light';
import { badgeOf, type ExplainedPrice, type PriceBadge } from './explained-price';
import { PriceTrace } from './price-trace';
import { useBadgeWords } from './use-badge-words';
import './explain.css';

/** One price told in full: the figure, what it was preferred to, how it was made, and what the buyer reads. */
export function PriceExplained({ price, level = 3 }: { price: ExplainedPrice; level?: 2 | 3 }): ReactNode {
  const { trace } = price;
  return (
    <div className="told">
      <Answer price={price} />
      {trace && <PriceTrace price={price} trace={trace} level={level} />}
      {trace && <BuyerReads badge={badgeOf(trace)} />}
    </div>
  );
}

function Answer({ price }: { price: ExplainedPrice }): ReactNode {
  const { t } = useTranslation();
  const { unitPrice, money, quantity } = useFormats();
  const { badge } = useBadgeWords();
  const { trace, source } = price;
  const winner = trace?.winner;
  return (
    <section className="ans" aria-live="polite" aria-label={t('explain.answer')}>
      <div>
        <div className="big">{price.unitPrice === null ? t('explain.onRequest') : unitPrice(price.unitPrice)}</div>
        {price.unitPrice !== null && (
          <div className="muted">{t('explain.per', { unit: price.unitName ?? price.unit })}</div>
        )}
      </div>
      <div className="min-w-0">
        {source && trace && winner && (
          <div className="row g4 wrap">
            <PriceSource source={source} label={badge(badgeOf(trace))} />
            <b>
              {winner.tableName}
              {Number(winner.minimum) > 1 && `, ${t('explain.tier', { minimum: quantity(winner.minimum) })}`}
            </b>
          </div>
        )}
        {price.unitPrice !== null && price.lineTotal !== null && (
          <div className="row g6 wrap">
            <span className="muted">
              {quantity(price.quantity)} × {unitPrice(price.unitPrice)} ={' '}
              <b className="text-text">{money(price.lineTotal)}</b>
            </span>
            {price.listPrice !== null && price.listPrice !== price.unitPrice && (
              <span className="muted">{t('explain.list', { price: unitPrice(price.listPrice) })}</span>
            )}
          </div>
        )}
        {price.unitPrice !== null && <Margin price={price} />}
        {price.unitPrice === null && <p className="muted">{t('explain.notOffered')}</p>}
      </div>
    </section>
  );
}

/** How the price stands to its margin floor; the figures where the API tells them. */
function Margin({ price: { light = 'unknown', cost, margin, unit, unitName } }: { price: ExplainedPrice }): ReactNode {
  const { t } = useTranslation();
  const { unitPrice } = useFormats();
  const share = useMargin();
  const known = cost != null && { cost: unitPrice(cost), unit: unitName ?? unit };
  if (light === 'unknown' && !known) return null;
  const figures =
    known && (margin == null ? t('margin.cost', known) : t('margin.figures', { ...known, margin: share(margin) }));
  return (
    <div className="row g6 wrap">
      {light !== 'unknown' && <MarginLight light={light} />}
      {figures && (
        <span className="muted">
          {[figures, light === 'unknown' && t('margin.noFloor')].filter(Boolean).join(', ')}
        </span>
      )}
    </div>
  );
}

function BuyerReads({ badge }: { badge: PriceBadge }): ReactNode {
  const { t } = useTranslation();
  const { sentence } = useBadgeWords();
  const { show } = useToast();
  const words = sentence(badge);
  return (
    <div className="alert reads">
      <Eye className="i" />
      <div className="grow">
        <b>{t('explain.buyerReads')}</b>
        <div>{t('explain.quoted', { words })}</div>
      </div>
      <Button
        size="sm"
        icon={Copy}
        onClick={() => {
          void navigator.clipboard.writeText(words).then(() => show({ message: t('explain.copied') }));
        }}
      >
        {t('explain.copy')}
      </Button>
    </div>
  );
}
