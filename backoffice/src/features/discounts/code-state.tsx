import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, type BadgeProps } from '@tradeyard/design-system';
import type { TradeCode } from './discounts.queries';

export type CodeStanding = 'counts' | 'off' | 'later' | 'over' | 'used_up';

/** Whether a code counts now, and if not why. */
export function standingOf({ active, validFrom, validTo, maxUses, uses }: TradeCode, now: string): CodeStanding {
  if (!active) return 'off';
  if (validTo !== null && validTo <= now) return 'over';
  if (maxUses !== null && uses >= maxUses) return 'used_up';
  return validFrom !== null && validFrom > now ? 'later' : 'counts';
}

const meanings: Record<CodeStanding, BadgeProps['meaning']> = {
  counts: 'success',
  off: 'neutral',
  later: 'info',
  over: 'neutral',
  used_up: 'warning',
};

/** The standing of a code in a word. */
export function CodeState({ code }: { code: TradeCode }): ReactNode {
  const { t } = useTranslation();
  const standing = standingOf(code, new Date().toISOString());
  return <Badge meaning={meanings[standing]}>{t(`discounts.standing.${standing}`)}</Badge>;
}
