import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { QuantityStepper } from '@tradeyard/design-system';
import type { SellingUnit } from './views';

/** The quantity of one product: knows step, minimum and units, and says when a typed value moved. */
export function UnitQuantity({
  product,
  units,
  unit,
  value,
  onChange,
  onUnitChange,
  onDraft,
  className,
  inputRef,
}: {
  /** Names the product for screen readers. */
  product: string;
  units: readonly SellingUnit[];
  unit: string;
  value: string;
  onChange: (value: string) => void;
  onUnitChange?: (unit: string) => void;
  onDraft?: (value: string) => void;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
}): ReactNode {
  const { t } = useTranslation();
  const { quantity, decimalSeparator } = useFormats();
  const sold = units.find(({ code }) => code === unit);
  const unitName = sold?.name ?? unit;
  return (
    <QuantityStepper
      value={value}
      units={units}
      unit={unit}
      onChange={onChange}
      onUnitChange={onUnitChange}
      onDraft={onDraft}
      decimalSeparator={decimalSeparator}
      className={className}
      inputRef={inputRef}
      snapMessage={(snapped) =>
        t('quantity.snapped', {
          value: quantity(snapped),
          step: quantity(sold?.step ?? '1'),
          minimum: quantity(sold?.minimum ?? '1'),
        })
      }
      labels={{
        group: t('quantity.of', { product }),
        less: t('quantity.less'),
        more: t('quantity.more'),
        value: t('quantity.in', { unit: unitName }),
        unit: t('quantity.unit'),
      }}
    />
  );
}
