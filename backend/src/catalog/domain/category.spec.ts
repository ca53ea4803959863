import { newCategory, wouldCircle } from './category.js';

const parents = new Map([
  ['root', null],
  ['child', 'root'],
  ['leaf', 'child'],
]);

it.each([
  ['root', 'leaf', true],
  ['root', 'root', true],
  ['leaf', 'root', false],
  ['child', null, false],
])('moving %s below %j goes in circles: %j', (id, parentId, circles) => {
  expect(wouldCircle(id, parentId, parents)).toBe(circles);
});

it('takes its slug from its name unless it is given one', () => {
  expect(newCategory({ code: 'C1', name: 'Telhas e calhas' }).slug).toBe('telhas-e-calhas');
  expect(newCategory({ code: 'C1', name: 'Telhas', slug: 'roofs' }).slug).toBe('roofs');
});
