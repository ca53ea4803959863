import { describe, expect, it } from '@jest/globals';
import { pagesToShow } from '../src/data/pages';
import { rulerPosition } from '../src/ruler-position';

describe('the page numbers shown', () => {
  it('are all when there are few', () => {
    expect(pagesToShow(1, 4)).toEqual([1, 2, 3, 4]);
  });

  it('leave a gap to the last page', () => {
    expect(pagesToShow(1, 34)).toEqual([1, 2, 3, null, 34]);
    expect(pagesToShow(3, 34)).toEqual([1, 2, 3, 4, null, 34]);
  });

  it('keep the neighbours of the current page, with gaps on both sides', () => {
    expect(pagesToShow(12, 34)).toEqual([1, null, 11, 12, 13, null, 34]);
    expect(pagesToShow(34, 34)).toEqual([1, null, 33, 34]);
  });

  it('never hide a single page behind a gap', () => {
    expect(pagesToShow(4, 34)).toEqual([1, 2, 3, 4, 5, null, 34]);
    expect(pagesToShow(32, 34)).toEqual([1, null, 31, 32, 33, 34]);
  });
});

describe('a quantity on the ruler of tiers', () => {
  const tiers = ['1', '90', '270'];

  it('stands on a tier where the tier starts', () => {
    expect(rulerPosition(tiers, '1')).toBe(0);
    expect(rulerPosition(tiers, '90')).toBeCloseTo(1 / 3);
    expect(rulerPosition(tiers, '270')).toBeCloseTo(2 / 3);
  });

  it('moves with the quantity and never leaves the ruler', () => {
    expect(rulerPosition(tiers, '180')).toBeGreaterThan(rulerPosition(tiers, '120'));
    expect(rulerPosition(tiers, '999999')).toBeLessThan(1);
    expect(rulerPosition(tiers, '0.5')).toBe(0);
    expect(rulerPosition([], '5')).toBe(0);
  });
});
