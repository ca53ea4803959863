import { Fragment, type ReactNode } from 'react';
import { ArrowDownNarrowWide, Ban, CalendarX, Check, Minus, Ruler } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { unitWord, useFormats } from '@tradeyard/app-kit';
import { VisuallyHidden, type IconType } from '@tradeyard/design-system';
import type { ExplainedPrice, Loser, Trace, TraceEntry } from './explained-price';
import { Made } from './made';
import { PriceOrigin } from './price-origin';
import './explain.css';

const icons: Record<Loser['reason'], IconType> = {
  less_specific: ArrowDownNarrowWide,
  lower_priority: ArrowDownNarrowWide,
  smaller_tier: ArrowDownNarrowWide,
  below_tier: Ruler,
  not_yet_valid: CalendarX,
  expired: CalendarX,
  other_unit: Ban,
};
const scopes = ['company', 'state', 'national'] as const;

/**
 * Every price that was looked at, most specific first: the winner on top, each loser with its reason, each with its
 * table and revision; then how the figure was made.
 */
export function PriceTrace({
  price,
  trace,
  level = 3,
}: {
  price: ExplainedPrice;
  trace: Trace;
  /** Of its headings. */
  level?: 2 | 3;
}): ReactNode {
  return (
    <>
      <Ladder trace={trace} unit={price.unit} asked={price.asked} level={level} />
      {trace.winner && <Made unit={price.unitName ?? price.unit} trace={trace} winner={trace.winner} level={level} />}
    </>
  );
}

function Ladder({
  trace: { winner, losers },
  unit,
  asked,
  level,
}: {
  trace: Trace;
  unit: string;
  asked: ExplainedPrice['asked'];
  level: 2 | 3;
}): ReactNode {
  const { t } = useTranslation();
  const { unitPrice, quantity, date } = useFormats();
  const Heading = level === 2 ? 'h2' : 'h3';
  const place = ({ scope, stateCode }: TraceEntry): string => t(`explain.scopes.${scope}`, { state: stateCode ?? '' });
  const name = ({ tableName, minimum, unit: own, unitName }: TraceEntry): string =>
    [
      tableName,
      Number(minimum) > 1 && t('explain.tier', { minimum: quantity(minimum) }),
      own !== unit && t('explain.inUnit', { unit: unitName ?? own }),
    ]
      .filter(Boolean)
      .join(', ');
  const reason = ({ reason: code, minimum, missing, unit, unitName, validFrom, liveFrom, validTo }: Loser): string => {
    const own = unitName ?? unit;
    const begins = liveFrom ?? validFrom;
    return t(code === 'below_tier' && !missing ? 'explain.reasons.below_start' : `explain.reasons.${code}`, {
      minimum: quantity(minimum),
      missing: missing ? quantity(missing) : '',
      unit: code === 'below_tier' ? unitWord(missing ?? minimum, own) : own,
      from: begins ? date(begins) : '',
      to: validTo ? date(validTo) : '',
    });
  };
  const ofScope = (scope: TraceEntry['scope']): Loser[] => losers.filter((loser) => loser.scope === scope);
  const isEmpty = (scope: TraceEntry['scope']): boolean =>
    asked !== undefined &&
    winner?.scope !== scope &&
    ofScope(scope).length === 0 &&
    (scope === 'national' || asked[scope]);
  return (
    <section className="ladder">
      <div className="row between wrap lad-head">
        <Heading className="role-subhead">{t('explain.rules', { count: losers.length + (winner ? 1 : 0) })}</Heading>
        <span className="small muted">{t('explain.oneWins')}</span>
      </div>
      <ol className="lad">
        {winner && (
          <li className="r win">
            <span className="lv">{place(winner)}</span>
            <div>
              <b>{name(winner)}</b>
              <div className="why">
                <Check className="i i-xs" />
                {t('explain.won')}
                <PriceOrigin entry={winner} />
              </div>
            </div>
            <span className="p">{unitPrice(winner.unitPrice)}</span>
          </li>
        )}
        {scopes.map((scope) => (
          <Fragment key={scope}>
            {ofScope(scope).map((loser) => {
              const Icon = icons[loser.reason] ?? Ban;
              return (
                <li className="r lost" key={`${loser.entryId}|${loser.minimum}`}>
                  <span className="lv">{place(loser)}</span>
                  <div>
                    <b>{name(loser)}</b>
                    <div className="why">
                      <Icon className="i i-xs" />
                      {reason(loser)}
                      <PriceOrigin entry={loser} />
                    </div>
                  </div>
                  <span className="p">
                    <VisuallyHidden>{t('explain.notTaken')} </VisuallyHidden>
                    {unitPrice(loser.unitPrice)}
                  </span>
                </li>
              );
            })}
            {isEmpty(scope) && (
              <li className="r lost">
                <span className="lv">{t(`explain.scopes.${scope}`, { state: '' })}</span>
                <div>
                  <div className="why">
                    <Minus className="i i-xs" />
                    {t(`explain.nothingSet.${scope}`)}
                  </div>
                </div>
                <span className="p none">{t('explain.noRow')}</span>
              </li>
            )}
          </Fragment>
        ))}
      </ol>
    </section>
  );
}
