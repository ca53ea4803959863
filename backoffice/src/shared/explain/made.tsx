import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { classNames } from '@tradeyard/design-system';
import type { Trace, TraceEntry } from './explained-price';

/** How the figure was made: what it began as, the unit, each discount or why it did not count, and the rounding. */
export function Made({
  unit,
  trace,
  winner,
  level,
}: {
  unit: string;
  trace: Trace;
  winner: TraceEntry;
  /** Of its heading. */
  level: 2 | 3;
}): ReactNode {
  const { t } = useTranslation();
  const { unitPrice, quantity } = useFormats();
  const Heading = level === 2 ? 'h2' : 'h3';
  const derived = trace.adjustments.find(({ kind }) => kind === 'derived');
  const discounts = trace.adjustments.filter(({ kind }) => kind !== 'derived');
  return (
    <section className="making">
      <Heading className="role-subhead">{t('explain.made')}</Heading>
      <dl className="made">
        <div>
          <dt>{t('explain.base')}</dt>
          <dd>{unitPrice(winner.unitPrice)}</dd>
        </div>
        <div>
          <dt>{t('explain.unit')}</dt>
          <dd>
            {derived
              ? t('explain.derived', {
                  unit: winner.unitName ?? winner.unit,
                  factor: quantity(derived.factor ?? '1'),
                  to: unitPrice(derived.to),
                })
              : t('explain.asSold', { unit })}
          </dd>
        </div>
        {discounts.map(({ kind, name, percent, to, passedOver }) => (
          <div key={`${kind}|${name ?? ''}`} className={classNames(passedOver && 'passed')}>
            <dt>{t(`explain.discounts.${kind}`, { name, percent: quantity(percent ?? '0') })}</dt>
            <dd>{passedOver ? t(`explain.passedOver.${passedOver}`) : unitPrice(to)}</dd>
          </div>
        ))}
        {discounts.length === 0 && (
          <div>
            <dt>{t('explain.discountName')}</dt>
            <dd>{t(winner.scope === 'company' ? 'explain.finalPrice' : 'list.none')}</dd>
          </div>
        )}
        <div>
          <dt>{t('explain.rounding')}</dt>
          <dd>{t('explain.halfUp')}</dd>
        </div>
      </dl>
    </section>
  );
}
