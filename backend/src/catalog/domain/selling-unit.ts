import { Quantity } from '../../shared/quantity.js';
import { err, ok, type Result } from '../../shared/result.js';

/** A unit a product is sold in: `factor` base units each, bought in multiples of `step`, at least `minimum`. */
export interface SellingUnit {
  readonly code: string;
  readonly name: string;
  readonly factor: Quantity;
  readonly step: Quantity;
  readonly minimum: Quantity;
}

/** A selling unit as somebody wrote it down; amounts are decimal text. */
export interface UnitDraft {
  readonly code: string;
  readonly name: string;
  readonly factor: string;
  readonly step: string;
  readonly minimum: string;
}

export type SellingUnitError =
  | {
      readonly code: 'product.unit_amount_invalid';
      readonly unit: string;
      readonly field: 'factor' | 'step' | 'minimum';
    }
  | { readonly code: 'product.unit_repeated'; readonly unit: string }
  | {
      readonly code: 'product.minimum_off_step';
      readonly unit: string;
      readonly step: string;
      readonly minimum: string;
    }
  | { readonly code: 'product.base_unit_missing'; readonly baseUnit: string }
  | { readonly code: 'product.base_unit_factor'; readonly baseUnit: string; readonly factor: string };

/**
 * A product's units: codes once each, amounts above zero with at most three decimals, minimums that are multiples of
 * their step, and among them the base unit, which holds one of itself.
 */
export function sellingUnits(baseUnit: string, drafts: readonly UnitDraft[]): Result<SellingUnit[], SellingUnitError> {
  const units: SellingUnit[] = [];
  for (const draft of drafts) {
    const unit = sellingUnit(draft);
    if (!unit.ok) return unit;
    if (units.some(({ code }) => code === draft.code)) return err({ code: 'product.unit_repeated', unit: draft.code });
    units.push(unit.value);
  }
  const base = units.find(({ code }) => code === baseUnit);
  if (!base) return err({ code: 'product.base_unit_missing', baseUnit });
  if (!base.factor.equals(Quantity.one)) {
    return err({ code: 'product.base_unit_factor', baseUnit, factor: base.factor.toString() });
  }
  return ok(units);
}

function sellingUnit({ code, name, ...amounts }: UnitDraft): Result<SellingUnit, SellingUnitError> {
  const [factor, step, minimum] = [amounts.factor, amounts.step, amounts.minimum].map((text) => Quantity.parse(text));
  if (!factor?.ok) return err({ code: 'product.unit_amount_invalid', unit: code, field: 'factor' });
  if (!step?.ok) return err({ code: 'product.unit_amount_invalid', unit: code, field: 'step' });
  if (!minimum?.ok) return err({ code: 'product.unit_amount_invalid', unit: code, field: 'minimum' });
  if (!minimum.value.isMultipleOf(step.value)) {
    const facts = { step: step.value.toString(), minimum: minimum.value.toString() };
    return err({ code: 'product.minimum_off_step', unit: code, ...facts });
  }
  return ok({ code, name, factor: factor.value, step: step.value, minimum: minimum.value });
}

/** The units as they are stored and written on the wire. */
export const unitDrafts = (units: readonly SellingUnit[]): UnitDraft[] =>
  units.map(({ code, name, factor, step, minimum }) => ({
    code,
    name,
    factor: factor.toString(),
    step: step.toString(),
    minimum: minimum.toString(),
  }));
