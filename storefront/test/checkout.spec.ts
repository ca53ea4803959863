import { Attempt, isUndecided } from '../src/features/checkout/attempt';
import { exampleOf, fitsPattern } from '../src/features/checkout/po-pattern';
import { placeAfter } from '../src/features/login/place-after';

describe('an attempt to order', () => {
  const keys = () => {
    let count = 0;
    return new Attempt(() => `key ${++count}`);
  };
  it('keeps its key when it is repeated', () => {
    const attempt = keys();
    expect([attempt.keyFor({ po: '1' }), attempt.keyFor({ po: '1' })]).toEqual(['key 1', 'key 1']);
  });
  it('is another one when the wish changed, or after the server decided', () => {
    const attempt = keys();
    attempt.keyFor({ po: '1' });
    expect(attempt.keyFor({ po: '2' })).toBe('key 2');
    attempt.ended();
    expect(attempt.keyFor({ po: '2' })).toBe('key 3');
  });
  it('may have worked when nobody answered or the server broke', () => {
    expect([0, 500, 503].every(isUndecided)).toBe(true);
    expect([400, 401, 409, 422, 429].some(isUndecided)).toBe(false);
  });
});

describe('a PO number', () => {
  it.each([
    ['AF-RL-0431', 'AF-RL-0000', true],
    ['af-rl-0431', 'AF-RL-####', true],
    ['RL 0431', 'AF-RL-####', false],
    ['AF-RL-431', 'AF-RL-####', false],
    ['BN-123/26', 'BN-###/26', true],
    ['anything', null, true],
  ])('%s fits %s: %s', (po, pattern, fits) => expect(fitsPattern(po, pattern)).toBe(fits));
  it('has an example that fits', () => {
    expect(exampleOf('AF-RL-0000')).toBe('AF-RL-0431');
    expect(fitsPattern(exampleOf('BN-###/26'), 'BN-###/26')).toBe(true);
  });
});

describe('where a sign-in leads', () => {
  it.each([
    ['/orders?status=placed', '/orders?status=placed'],
    [null, '/'],
    ['', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/login?next=/login', '/'],
  ])('%s leads to %s', (next, place) => expect(placeAfter(next)).toBe(place));
});
