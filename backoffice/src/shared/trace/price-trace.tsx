import type { ReactNode } from 'react';
import { ArrowDownNarrowWide, Ban, CalendarX, Check, Ruler } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { classNames, VisuallyHidden, type IconType } from '@tradeyard/design-system';
import type { LossReason, Trace, TraceEntry } from './trace';
import './price-trace.css';

const icons: Record<LossReason, IconType> = {
  less_specific: ArrowDownNarrowWide,
  lower_priority: ArrowDownNarrowWide,
  smaller_tier: ArrowDownNarrowWide,
  below_tier: Ruler,
  not_yet_valid: CalendarX,
  expired: CalendarX,
  other_unit: Ban,
};

/** Every price that was looked at: the winner first, the others with the reason they lost, and how the figure was made. */
export function PriceTrace({ trace }: { trace: Trace }): ReactNode {
  const { t } = useTranslation();
  const { unitPrice, quantity, date } = useFormats();
  const { winner, losers, adjustments } = trace;
  const place = ({ scope, stateCode }: TraceEntry): string =>
    scope === 'state' ? t('trace.scopes.stateOf', { state: stateCode }) : t(`trace.scopes.${scope}`);
  const name = ({ tableName, minimum, unit }: TraceEntry): string =>
    Number(minimum) > 1 ? t('trace.tier', { table: tableName, minimum: quantity(minimum), unit }) : tableName;
  const reason = ({ reason: code, minimum, unit, validFrom, validTo }: Trace['losers'][number]): string =>
    t(`trace.reasons.${code}`, {
      minimum: quantity(minimum),
      unit,
      from: validFrom ? date(validFrom) : '',
      to: validTo ? date(validTo) : '',
    });
  const count = losers.length + (winner ? 1 : 0);

  return (
    <div className="trace">
      <div className="row between">
        <h3>{t('trace.rules', { count })}</h3>
        <span className="small muted">{t('trace.oneWins')}</span>
      </div>
      {!winner && <p className="muted">{t('trace.none')}</p>}
      <ol className="lad">
        {winner && (
          <li className="r win">
            <span className="lv">{place(winner)}</span>
            <div>
              <b>{name(winner)}</b>
              <div className="why">
                <Check className="i i-sm" />
                {t('trace.won')}
              </div>
            </div>
            <span className="p">{unitPrice(winner.unitPrice)}</span>
          </li>
        )}
        {losers.map((loser) => {
          const Icon = icons[loser.reason] ?? Ban;
          return (
            <li className="r lost" key={`${loser.entryId}-${loser.minimum}`}>
              <span className="lv">{place(loser)}</span>
              <div>
                <b>{name(loser)}</b>
                <div className="why">
                  <Icon className="i i-sm" />
                  {reason(loser)}
                </div>
              </div>
              <span className="p">
                <VisuallyHidden>{t('trace.notTaken')} </VisuallyHidden>
                {unitPrice(loser.unitPrice)}
              </span>
            </li>
          );
        })}
      </ol>
      {adjustments.length > 0 && (
        <>
          <h3 className="mt-4">{t('trace.made')}</h3>
          <ul className="made">
            {winner && (
              <li>
                <small>{t('trace.base')}</small>
                <b>{unitPrice(winner.unitPrice)}</b>
              </li>
            )}
            {adjustments.map(({ kind, name: label, percent, factor, to, passedOver }, index) => (
              <li key={index} className={classNames(passedOver && 'passed')}>
                <small>
                  {kind === 'derived'
                    ? t('trace.derived', { factor: quantity(factor ?? '1') })
                    : t('trace.discount', { name: label, percent: quantity(percent ?? '0') })}
                </small>
                <b>{passedOver ? t(`trace.passedOver.${passedOver}`) : unitPrice(to)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
