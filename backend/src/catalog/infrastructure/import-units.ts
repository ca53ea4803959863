import { err, ok, type Result } from '../../shared/result.js';
import { sellingUnits, type UnitDraft, unitDrafts } from '../domain/selling-unit.js';

type Refusal = { readonly code: string; readonly message: string };

const text = (value: unknown): string => (typeof value === 'number' || typeof value === 'string' ? String(value) : '');

/** The units of a product from the JSON of a file: factor, step and minimum are 1 unless said; none means the base unit. */
export function unitsOf(given: unknown, baseUnit: string): Result<UnitDraft[], Refusal> {
  const list: unknown = given ?? [{ code: baseUnit }];
  if (!Array.isArray(list) || list.length === 0 || list.length > 20) {
    return err({ code: 'product.units_invalid', message: 'A list of 1 to 20 units' });
  }
  const drafts = (list as (Partial<Record<keyof UnitDraft, unknown>> | null)[]).map(draftOf);
  if (!drafts.every(({ code }) => /^[\p{L}\p{N}_-]{1,20}$/u.test(code))) {
    return err({ code: 'product.units_invalid', message: 'Each unit has a code of 1 to 20 letters or digits' });
  }
  const units = sellingUnits(baseUnit, drafts);
  if (units.ok) return ok(unitDrafts(units.value));
  const { code, ...facts } = units.error;
  return err({
    code,
    message: Object.entries(facts)
      .map(([name, fact]) => `${name} ${fact}`)
      .join(', '),
  });
}

function draftOf(given: Partial<Record<keyof UnitDraft, unknown>> | null): UnitDraft {
  const code = text(given?.code).trim();
  const step = text(given?.step ?? '1');
  return {
    code,
    name: text(given?.name).trim().slice(0, 40) || code,
    factor: text(given?.factor ?? '1'),
    step,
    minimum: text(given?.minimum ?? step),
  };
}
