import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Button, TierPopover as Popover } from '@tradeyard/design-system';
import { SourceBadge } from './source-badge';
import { against, lastOf, tierAt, tierRanges } from './tiers';
import type { QuotedPrice } from './views';

/** The next tier as a button that opens all quantity prices; nothing where the price has one tier only. */
export function PriceTiers({
  price,
  quantity,
  step,
  unitName,
  open,
  onOpenChange,
  onSet,
}: {
  price: QuotedPrice;
  quantity: string;
  step: string;
  unitName: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onSet: (quantity: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { shortPrice, quantity: figure, percent } = useFormats();
  const ranges = tierRanges(price.tiers);
  if (ranges.length < 2) return null;
  const at = tierAt(ranges, quantity);
  const next = price.nextTier;
  return (
    <Popover
      open={open}
      onOpenChange={onOpenChange}
      label={
        next ? t('tiers.next', { minimum: figure(next.minimum), price: shortPrice(next.unitPrice) }) : t('tiers.best')
      }
      title={t('tiers.title')}
      caption={t('tiers.title')}
      source={<SourceBadge badge={price.badge} />}
      columns={[t('tiers.quantity'), t('tiers.per', { unit: unitName }), t('tiers.against')]}
      rows={ranges.map((range, index) => {
        const last = lastOf(range, step);
        const from = figure(range.minimum);
        const less = against(price.listPrice, range.unitPrice);
        return {
          id: range.minimum,
          current: index === at,
          cells: [
            last === null ? `${from}+` : `${from}–${figure(last)}`,
            shortPrice(range.unitPrice),
            less === null ? '–' : percent(less),
          ],
        };
      })}
      footer={
        next && (
          <>
            <span>
              {t('tiers.addMore', { more: figure(next.missing), price: shortPrice(next.unitPrice), unit: unitName })}
            </span>
            <Button size="sm" onClick={() => onSet(next.minimum)}>
              {t('tiers.set', { quantity: figure(next.minimum) })}
            </Button>
          </>
        )
      }
    />
  );
}
