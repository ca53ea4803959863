import { slugOf } from './slug.js';

it.each([
  ['Cimento CP-II 50 kg', 'cimento-cp-ii-50-kg'],
  ['  Vergalhão 10,0 mm (3/8") ', 'vergalhao-10-0-mm-3-8'],
  ['水泥', 'item'],
])('%j becomes %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

it('never ends in a hyphen, even where it is cut', () => {
  expect(slugOf(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79));
});
