import { describe, expect, it } from '@jest/globals';
import { fractionOf, percentOf } from '../src/features/costs/fraction';
import { readPercent, writtenPercent } from '../src/shared/percent-input';

describe('a margin floor', () => {
  it('is written in percent and kept as a fraction', () => {
    expect(percentOf('0.1250')).toBe('12.5');
    expect(percentOf('0.0700')).toBe('7');
    expect(fractionOf('12.5')).toBe('0.125');
    expect(fractionOf('0')).toBe('0');
  });

  it('is under a hundred percent with two decimals at most', () => {
    for (const text of ['100', '12.345', '-3', '', 'x']) expect(fractionOf(text)).toBeNull();
  });
});

describe('a discount', () => {
  it('is read in the manner of the store', () => {
    expect(readPercent('12,5 %', ',')).toBe('12.5');
    expect(readPercent('100', '.')).toBe('100');
    expect(readPercent('100.01', '.')).toBeNull();
    expect(writtenPercent('12.50', ',')).toBe('12,5');
    expect(writtenPercent('10', '.')).toBe('10');
  });
});
