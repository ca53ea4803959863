import { ApiError } from '../../api-client/src/api-error';
import { factsOf } from '../src/refusal-facts';

describe('the facts of a refusal', () => {
  it('are those of its first line, quantities written as people write them', () => {
    const error = new ApiError(422, 'stock.insufficient', '', { lines: [{ available: '1400', name: 'Rebar' }] });
    expect(factsOf(error, (text) => `<${text}>`)).toEqual({ available: '<1400>', name: 'Rebar' });
  });
  it('are its own where it lists no lines', () => {
    const error = new ApiError(422, 'cart.quantity_off_step', '', { below: '2', above: '2.5', unit: 'm3' });
    expect(factsOf(error, (text) => text)).toEqual({ below: '2', above: '2.5', unit: 'm3' });
  });
  it('leave out what no sentence can be filled with', () => {
    expect(factsOf(new ApiError(422, 'a.b', '', { deep: { x: 1 }, on: true }), (text) => text)).toEqual({});
  });
});
