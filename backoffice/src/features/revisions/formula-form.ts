import type { FormulaBody } from './revision-views';

export const bases = ['current', 'cost', 'table'] as const;
export const kinds = ['percent', 'amount', 'margin'] as const;
export const roundings = ['none', '0.01', '0.05', '0.10', '0.50', '1.00', 'ending 0.99', 'ending 0.90'] as const;
export const modes = ['nearest', 'up', 'down'] as const;

/** What the drawer holds; `text` counts while `by` is text. */
export interface FormulaForm {
  by: 'form' | 'text';
  text: string;
  base: (typeof bases)[number];
  tableId: string | null;
  tableName: string;
  kind: (typeof kinds)[number];
  figure: string;
  rounding: (typeof roundings)[number];
  mode: (typeof modes)[number];
  category: string;
  brands: string;
  search: string;
  only: '' | 'override' | 'changed';
}

export const untouched: FormulaForm = {
  by: 'form',
  text: '',
  base: 'current',
  tableId: null,
  tableName: '',
  kind: 'percent',
  figure: '',
  rounding: 'none',
  mode: 'nearest',
  category: '',
  brands: '',
  search: '',
  only: '',
};

const listed = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter(Boolean);

/** The formula as the API takes it; null while something is missing. `figure` is the amount as a decimal string. */
export function bodyOf(form: FormulaForm, figure: string | null, locale: FormulaBody['locale']): FormulaBody | null {
  const { by, text, base, tableId, kind, rounding, mode, category, brands, search, only } = form;
  if (base === 'table' && by === 'form' && !tableId) return null;
  const written = form.figure.trim();
  if (by === 'text' ? text.trim() === '' : written !== '' && figure === null) return null;
  // Another table's prices or the costs may be taken as they are, the current ones cannot.
  if (by === 'form' && written === '' && base === 'current') return null;
  const [, ending] = rounding.split('ending ');
  return {
    selection: {
      ...(category && { category }),
      ...(brands.trim() && { brand: listed(brands) }),
      ...(search.trim() && { search: search.trim() }),
      ...(only && { only }),
    },
    formula:
      by === 'text'
        ? { text, ...(tableId && { tableId }) }
        : {
            base,
            ...(base === 'table' && tableId && { tableId }),
            ...(written === '' || figure === null ? { percent: '0' } : { [kind]: figure }),
          },
    ...(rounding !== 'none' && { rounding: ending ? { ending, mode } : { to: rounding, mode } }),
    locale,
  };
}
