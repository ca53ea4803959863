import { Turns } from './turns.js';

/** Work that is over when somebody says so. */
function untold() {
  let over = (): void => {};
  const done = new Promise<void>((resolve) => (over = resolve));
  return { done, over };
}

it('lets one work at a time have a name, in the order of asking', async () => {
  const turns = new Turns();
  const told: string[] = [];
  const first = untold();
  const work = (name: string) => {
    told.push(name);
    return Promise.resolve(name);
  };
  const all = [
    turns.of('a', async () => {
      told.push('first');
      await first.done;
      told.push('first is over');
    }),
    turns.of('a', () => work('second')),
    turns.of('a', () => work('third')),
  ];
  await turns.of('b', () => work('another name'));
  first.over();
  await Promise.all(all);
  expect(told).toEqual(['first', 'another name', 'first is over', 'second', 'third']);
});

it('goes on after work that failed, and tells who asked', async () => {
  const turns = new Turns();
  const failing = turns.of('a', () => Promise.reject(new Error('no')));
  const next = turns.of('a', () => Promise.resolve('next'));
  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('next');
});

it('does not wait for itself', async () => {
  const turns = new Turns();
  const nested = turns.of('a', () => turns.of('b', () => turns.of('a', () => Promise.resolve('done'))));
  await expect(nested).resolves.toBe('done');
});
