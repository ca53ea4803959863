import { describe, expect, it } from '@jest/globals';
import { unitWord } from './unit-word';

describe('the word of a unit after a quantity', () => {
  it.each([
    ['1', 'bag', 'bag'],
    ['40', 'bag', 'bags'],
    ['0', 'box', 'boxes'],
    ['2.5', 'Length', 'lengths'],
    ['12', 'each', 'each'],
    ['6', 'm³', 'm³'],
    ['1', 'saco', 'saco'],
    ['1.5', 'saco', 'saco'],
    ['2', 'galão', 'galões'],
    ['3', 'of our own', 'of our own'],
  ])('%s %s is read "%s"', (quantity, unit, word) => expect(unitWord(quantity, unit)).toBe(word));
});
