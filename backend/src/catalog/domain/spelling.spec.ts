import { corrections, slipsBetween } from './spelling.js';

it.each([
  ['cimento', 'cimento', 0],
  ['cimnto', 'cimento', 1],
  ['cimentto', 'cimento', 1],
  ['cinento', 'cimento', 1],
  ['icmento', 'cimento', 1],
  ['asnd', 'sand', 1],
  ['snda', 'sand', 2],
  ['', 'ab', 2],
])('between %j and %j lie %i slips', (a, b, slips) => {
  expect([slipsBetween(a, b, 2), slipsBetween(b, a, 2)]).toEqual([slips, slips]);
});

it('does not measure what is too far', () => {
  expect(slipsBetween('sand', 'gravel', 2)).toBe(3);
  expect(slipsBetween('abcdef', 'uvwxyz', 1)).toBe(2);
});

describe('corrections', () => {
  it('forgive one slip from four letters on, and two from eight', () => {
    expect(corrections('cimnto', ['cimento', 'cimentado'])).toEqual(['cimento']);
    expect(corrections('cmnto', ['cimento'])).toEqual([]);
    expect(corrections('argamasa', ['argamassa'])).toEqual(['argamassa']);
    expect(corrections('agramasa', ['argamassa'])).toEqual(['argamassa']);
    expect(corrections('sad', ['sand'])).toEqual([]);
  });

  it('keep only the nearest, in the order given', () => {
    expect(corrections('parafusso', ['parafuso', 'parafusos', 'parafusado'])).toEqual(['parafuso', 'parafusos']);
  });

  it('leave words with digits alone', () => {
    expect(corrections('cem50x', ['cement'])).toEqual([]);
  });
});
