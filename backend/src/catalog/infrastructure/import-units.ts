import { Quantity } from '../../shared/quantity.js';

/** A selling unit as a file may give it: the factor, step and minimum are 1 where they are not said. */
export interface GivenUnit {
  readonly code?: unknown;
  readonly name?: unknown;
  readonly factor?: unknown;
  readonly step?: unknown;
  readonly minimum?: unknown;
}

interface Unit {
  code: string;
  name: string;
  factor: string;
  step: string;
  minimum: string;
}

type Read = { units: Unit[] } | { problem: { code: string; message: string } };

const refused = (message: string): Read => ({ problem: { code: 'product.units_not_valid', message } });
const text = (value: unknown): string => (typeof value === 'number' || typeof value === 'string' ? String(value) : '');

/** The units of a product from the JSON of a file; without any the base unit is the only one. */
export function unitsOf(given: unknown, baseUnit: string): Read {
  if (given === null) return { units: [{ code: baseUnit, name: baseUnit, factor: '1', step: '1', minimum: '1' }] };
  if (!Array.isArray(given) || given.length === 0 || given.length > 20) return refused('A list of 1 to 20 units');
  const units: Unit[] = [];
  for (const unit of given as GivenUnit[]) {
    const code = text(unit?.code).trim();
    if (!/^[\p{L}\p{N}_-]{1,20}$/u.test(code)) return refused('Each unit has a code of 1 to 20 letters or digits');
    if (units.some((other) => other.code === code)) return refused(`The unit ${code} stands twice`);
    const [factor, step] = [Quantity.parse(text(unit.factor ?? '1')), Quantity.parse(text(unit.step ?? '1'))];
    if (!factor.ok || !step.ok) return refused(`Factor and step of ${code} are above zero, with at most 3 decimals`);
    const minimum = Quantity.parse(text(unit.minimum ?? unit.step ?? '1'));
    if (!minimum.ok || !minimum.value.isMultipleOf(step.value)) {
      return refused(`The minimum of ${code} is a multiple of its step`);
    }
    units.push({
      code,
      name: text(unit.name).trim().slice(0, 40) || code,
      ...{ factor: factor.value.toString(), step: step.value.toString(), minimum: minimum.value.toString() },
    });
  }
  const base = units.find(({ code }) => code === baseUnit);
  return base?.factor === '1' ? { units } : refused(`The base unit ${baseUnit} is among the units, with factor 1`);
}
