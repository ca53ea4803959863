import { describe, expect, it } from '@jest/globals';
import {
  decimalsOf,
  formatQuantity,
  moveQuantity,
  parseQuantity,
  snapQuantity,
  stepsPerPack,
  type QuantityUnit,
} from '../src/quantity';

const unit = (code: string, factor: string, step = '1', minimum = '1'): QuantityUnit => ({
  code,
  name: code,
  factor,
  step,
  minimum,
});

describe('a quantity as text', () => {
  it('reads whole numbers, decimals with a point or a comma, and nothing else', () => {
    expect(parseQuantity('12')).toBe(12_000n);
    expect(parseQuantity(' 2.5 ')).toBe(2_500n);
    expect(parseQuantity('2,5')).toBe(2_500n);
    expect(parseQuantity('.125')).toBe(125n);
    expect(parseQuantity('3.')).toBe(3_000n);
    expect(parseQuantity('1.5000')).toBe(1_500n);
    for (const text of ['', '.', 'abc', '-1', '1e3', '1.2.3', '1.2345', '1 000'])
      expect(parseQuantity(text)).toBeNull();
  });

  it('writes no zeros that say nothing, unless a number of places is asked for', () => {
    expect(formatQuantity(12_000n)).toBe('12');
    expect(formatQuantity(2_500n)).toBe('2.5');
    expect(formatQuantity(6_000n, 1)).toBe('6.0');
    expect(formatQuantity(125n)).toBe('0.125');
  });

  it('knows the places a step needs', () => {
    expect(decimalsOf('1')).toBe(0);
    expect(decimalsOf('0.500')).toBe(1);
    expect(decimalsOf('0.025')).toBe(3);
  });
});

describe('snapping to what is sold', () => {
  it('takes the nearest multiple of the step, halves up', () => {
    expect(snapQuantity('2.6', '1', '1')).toEqual({ value: '3', moved: true });
    expect(snapQuantity('2.4', '1', '1')).toEqual({ value: '2', moved: true });
    expect(snapQuantity('2.5', '1', '1')).toEqual({ value: '3', moved: true });
    expect(snapQuantity('95', '10', '10')).toEqual({ value: '100', moved: true });
  });

  it('leaves a sellable quantity where it is', () => {
    expect(snapQuantity('2.5', '0.5', '1')).toEqual({ value: '2.5', moved: false });
    expect(snapQuantity('2,50', '0.5', '1')).toEqual({ value: '2.5', moved: false });
  });

  it('never goes under the minimum, and a minimum between two steps counts as the upper one', () => {
    expect(snapQuantity('1', '1', '20')).toEqual({ value: '20', moved: true });
    expect(snapQuantity('1', '6', '10')).toEqual({ value: '12', moved: true });
    expect(snapQuantity('0', '0.25', '0')).toEqual({ value: '0.25', moved: true });
  });

  it('does not drift as floats do', () => {
    let value = '0.1';
    for (let times = 0; times < 9; times += 1) value = moveQuantity(value, 1n, '0.1', '0.1');
    expect(value).toBe('1.0');
    expect(snapQuantity('0.3', '0.1', '0.1')).toEqual({ value: '0.3', moved: false });
  });

  it('gives nothing for what is no quantity', () => {
    expect(snapQuantity('some', '1', '1')).toBeNull();
  });
});

describe('moving by steps', () => {
  it('goes up and down one step and stops at the minimum', () => {
    expect(moveQuantity('6.0', 1n, '0.5', '1')).toBe('6.5');
    expect(moveQuantity('6', -1n, '0.5', '1')).toBe('5.5');
    expect(moveQuantity('1', -1n, '0.5', '1')).toBe('1.0');
  });

  it('lands on the neighbour first when it starts between two steps', () => {
    expect(moveQuantity('47', 1n, '20', '20')).toBe('60');
    expect(moveQuantity('47', -1n, '20', '20')).toBe('40');
  });

  it('counts a pack as the content of the largest unit', () => {
    const units = [unit('bag', '1'), unit('pallet', '56')];
    expect(stepsPerPack(units, units[0]!)).toBe(56n);
    expect(stepsPerPack(units, units[1]!)).toBe(10n);
    const lengths = [unit('length', '1', '10', '10'), unit('bundle', '90')];
    expect(stepsPerPack(lengths, lengths[0]!)).toBe(9n);
  });

  it('takes ten steps when the largest unit is no whole number of steps', () => {
    const units = [unit('sheet', '1', '4', '4'), unit('pack', '45')];
    expect(stepsPerPack(units, units[0]!)).toBe(10n);
    expect(stepsPerPack([unit('m3', '1', '0.5')], unit('m3', '1', '0.5'))).toBe(10n);
  });
});
