import type { ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@tradeyard/design-system';
import { baseUnitName } from '../units';
import { unitWord, useFormats } from '@tradeyard/app-kit';
import type { CartLine, CartProblem } from '../views';
import { mostThatFits } from './cart-view';

/** What keeps a line from being ordered, and the quantities that would do; `other` is the way out without any. */
export function LineProblem({
  line,
  problem,
  onTake,
  other,
}: {
  line: CartLine;
  problem: CartProblem;
  onTake: (quantity: string) => void;
  other?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  const unit = line.units.find(({ code }) => code === line.unit);
  const fits =
    problem.code === 'stock_short' && problem.available && unit ? mostThatFits(problem.available, unit) : null;
  const offers = [fits, problem.below ?? null, problem.above ?? null].filter((each) => each !== null);
  return (
    <p>
      <CircleAlert className="i i-sm" />
      <span className="grow">
        {t(`cart.problems.${problem.code}`, {
          available: quantity(problem.available ?? '0'),
          requested: quantity(problem.requested ?? '0'),
          step: quantity(problem.step ?? '1'),
          minimum: quantity(problem.minimum ?? '1'),
          unit: unitWord(problem.available ?? '0', baseUnitName(line.units, problem.unit ?? line.unit)),
        })}
      </span>
      <span className="row g4">
        {offers.map((offer) => (
          <Button key={offer} size="sm" onClick={() => onTake(offer)}>
            {t('cart.take', { amount: quantity(offer) })}
          </Button>
        ))}
        {offers.length === 0 && other}
      </span>
    </p>
  );
}
