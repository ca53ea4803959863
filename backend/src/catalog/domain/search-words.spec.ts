import { searchWords } from './search-words.js';

it.each([
  ['Cimento  CP-II', ['cimento', 'cp-ii']],
  ['VERGALHÃO ção', ['vergalhao', 'cao']],
  ['Straße', ['strasse']],
  ['% _ \\', []],
  ['100% 50_kg', ['100%', '50_kg']],
  ['a a b', ['a', 'b']],
])('%j asks for %j', (search, words) => {
  expect(searchWords(search)).toEqual(words);
});

it('takes eight words of a hundred characters', () => {
  expect(searchWords('a b c d e f g h i j')).toHaveLength(8);
  expect(searchWords('x'.repeat(500))).toEqual(['x'.repeat(100)]);
});
