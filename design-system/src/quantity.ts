/**
 * Arithmetic of quantities as decimal strings with up to three decimals.
 * Everything runs on whole thousandths, so 0.1 + 0.2 is 0.3.
 */

/** A unit a product is sold in: `factor` is how many base units it holds. */
export interface QuantityUnit {
  code: string;
  name: string;
  factor: string;
  step: string;
  minimum: string;
}

const THOUSAND = 1000n;

function scaled(text: string, decimals: number): bigint | null {
  const match = /^(\d{0,12})(?:[.,](\d*))?$/.exec(text.trim());
  if (!match) return null;
  const whole = match[1] ?? '';
  const fraction = match[2] ?? '';
  if (whole === '' && fraction === '') return null;
  if (fraction.replace(/0+$/, '').length > decimals) return null;
  return (
    BigInt(whole || '0') * 10n ** BigInt(decimals) + BigInt(fraction.padEnd(decimals, '0').slice(0, decimals) || '0')
  );
}

/** The quantity in thousandths, or null when the text is no quantity with at most three decimals. Takes point or comma. */
export function parseQuantity(text: string): bigint | null {
  return scaled(text, 3);
}

/** A quantity of thousandths as a plain decimal string without trailing zeros, and at least `decimals` places. */
export function formatQuantity(thousandths: bigint, decimals = 0): string {
  const fraction = (thousandths % THOUSAND).toString().padStart(3, '0').replace(/0+$/, '').padEnd(decimals, '0');
  return `${thousandths / THOUSAND}${fraction ? `.${fraction}` : ''}`;
}

/** How many decimals a quantity in this step needs: 0 for "1", 1 for "0.5", 3 for "0.025". */
export function decimalsOf(step: string): number {
  const value = parseQuantity(step) ?? THOUSAND;
  return formatQuantity(value).split('.')[1]?.length ?? 0;
}

function grid(step: string, minimum: string): { step: bigint; minimum: bigint } {
  const parsed = parseQuantity(step);
  const stepSize = parsed && parsed > 0n ? parsed : THOUSAND;
  const asked = parseQuantity(minimum) ?? 0n;
  const least = ((asked + stepSize - 1n) / stepSize) * stepSize;
  return { step: stepSize, minimum: least > 0n ? least : stepSize };
}

/** The nearest quantity that may be sold: a multiple of `step`, at least `minimum`; halves go up. Null when the text is no quantity. */
export function snapQuantity(value: string, step: string, minimum: string): { value: string; moved: boolean } | null {
  const asked = parseQuantity(value);
  if (asked === null) return null;
  const on = grid(step, minimum);
  const nearest = ((asked * 2n + on.step) / (on.step * 2n)) * on.step;
  const answer = nearest < on.minimum ? on.minimum : nearest;
  return { value: formatQuantity(answer, decimalsOf(step)), moved: answer !== asked };
}

/** The quantity `steps` steps away, on the grid of `step`, never under `minimum`. */
export function moveQuantity(value: string, steps: bigint, step: string, minimum: string): string {
  const on = grid(step, minimum);
  const from = parseQuantity(value) ?? 0n;
  const below = (from / on.step) * on.step;
  // Between two grid points the first step lands on the neighbour, not beyond it.
  const start = steps < 0n && below !== from ? below + on.step : below;
  const answer = start + steps * on.step;
  return formatQuantity(answer < on.minimum ? on.minimum : answer, decimalsOf(step));
}

/** How many steps of `unit` make one pack: the largest unit's content, else ten steps. */
export function stepsPerPack(units: readonly QuantityUnit[], unit: QuantityUnit): bigint {
  const own = scaled(unit.factor, 6) ?? 0n;
  const largest = units.reduce((most, each) => {
    const factor = scaled(each.factor, 6) ?? 0n;
    return factor > most ? factor : most;
  }, own);
  const step = grid(unit.step, unit.minimum).step;
  const content = own > 0n ? (largest * THOUSAND) / own : 0n;
  if (largest <= own || content < step || (largest * THOUSAND) % own !== 0n || content % step !== 0n) return 10n;
  return content / step;
}
