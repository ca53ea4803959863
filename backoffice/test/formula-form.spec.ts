import { bodyOf, untouched } from '../src/features/revisions/formula-form';
import { tenthsOfChange } from '../src/features/revisions/percent-of-change';

it('asks for nothing while something is missing', () => {
  expect(bodyOf(untouched, null, 'en')).toBeNull();
  expect(bodyOf({ ...untouched, figure: 'x' }, null, 'en')).toBeNull();
  expect(bodyOf({ ...untouched, base: 'table', figure: '2' }, '2', 'en')).toBeNull();
  expect(bodyOf({ ...untouched, by: 'text', text: '  ' }, null, 'en')).toBeNull();
});

it('says base, figure, rounding and selection', () => {
  const form = {
    ...untouched,
    base: 'cost' as const,
    kind: 'margin' as const,
    figure: '22',
    rounding: 'ending 0.99' as const,
    mode: 'up' as const,
    category: 'cement',
    brands: 'Argos, Quikrete ;',
    only: 'override' as const,
  };
  expect(bodyOf(form, '22', 'en')).toEqual({
    selection: { category: 'cement', brand: ['Argos', 'Quikrete'], only: 'override' },
    formula: { base: 'cost', margin: '22' },
    rounding: { ending: '0.99', mode: 'up' },
    locale: 'en',
  });
});

it('takes another table as it is', () => {
  expect(bodyOf({ ...untouched, base: 'table', tableId: 't' }, null, 'pt-BR')).toEqual({
    selection: {},
    formula: { base: 'table', tableId: 't', percent: '0' },
    locale: 'pt-BR',
  });
});

it('tells a change in tenths of a percent, exactly', () => {
  expect(tenthsOfChange('10.00', '10.35')).toBe(35);
  expect(tenthsOfChange('10.00', '9')).toBe(-100);
  expect(tenthsOfChange('0', '9')).toBeNull();
  expect(tenthsOfChange(null, '9')).toBeNull();
});
