import { jest } from '@jest/globals';
import { RowCache, type RowPage } from '../src/features/prices/row-cache';
import { UndoStack } from '../src/features/prices/undo-stack';

interface Row {
  productId: string;
  price: string;
}
interface Asked {
  page: number;
  signal: AbortSignal;
  answer: (price?: string, total?: number) => void;
  fail: (error?: Error) => void;
}

const refusal = new Error('refused');

const TOTAL = 100_000;

function given(): { cache: RowCache<Row, null>; asked: Asked[] } {
  const asked: Asked[] = [];
  const cache = new RowCache<Row, null>(
    (page, signal) =>
      new Promise<RowPage<Row, null>>((done, failed) =>
        asked.push({
          page,
          signal,
          answer: (price = '1.00', total = TOTAL) =>
            done({
              rows: Array.from({ length: 100 }, (_, index) => ({ productId: `p${(page - 1) * 100 + index}`, price })),
              total,
              facets: null,
            }),
          fail: (error = new Error('no line')) => failed(error),
        }),
      ),
    { keep: 4, mayCome: (error) => error !== refusal },
  );
  return { cache, asked };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

describe('rows of a long list', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('are read as they come into sight, the next page ahead', async () => {
    const { cache, asked } = given();
    cache.see(0, 40);
    expect(asked.map(({ page }) => page)).toEqual([1, 2]);
    asked[0]?.answer();
    await settle();
    expect([cache.total, cache.row(7)?.productId, cache.row(107)]).toEqual([TOTAL, 'p7', undefined]);
    asked[1]?.answer();
    await settle();
    cache.see(0, 60);
    expect(cache.row(107)?.productId).toBe('p107');
    expect(asked).toHaveLength(2);
  });

  it('are given up when they passed by, and asked for once the scroll rests', async () => {
    const { cache, asked } = given();
    cache.see(0, 40);
    asked.forEach(({ answer }) => answer());
    await settle();
    cache.see(50_000, 50_040);
    cache.see(70_000, 70_040);
    cache.see(90_000, 90_040);
    expect(asked.slice(2).map(({ page, signal }) => [page, signal.aborted])).toEqual([
      [501, true],
      [502, true],
    ]);
    jest.advanceTimersByTime(100);
    expect(asked.slice(4).map(({ page }) => page)).toEqual([901, 902]);
  });

  it('are asked for again when they did not come', async () => {
    const { cache, asked } = given();
    cache.see(0, 40);
    asked[0]?.fail();
    await settle();
    expect(cache.error).toEqual(new Error('no line'));
    jest.advanceTimersByTime(5_000);
    asked.at(-1)?.answer();
    await settle();
    expect([cache.error, cache.row(0)?.productId]).toEqual([null, 'p0']);
  });

  it('that were refused wait to be asked for again; the others come meanwhile', async () => {
    const { cache, asked } = given();
    cache.see(0, 40);
    asked[0]?.fail(refusal);
    asked[1]?.answer();
    await settle();
    cache.see(10, 50);
    jest.advanceTimersByTime(60_000);
    await settle();
    expect(asked).toHaveLength(2);
    expect([cache.refused, cache.error, cache.row(0), cache.row(107)?.productId]).toEqual([
      ...[true, refusal, undefined, 'p107'],
    ]);
    cache.retry();
    expect([cache.refused, asked.map(({ page }) => page)]).toEqual([false, [1, 2, 1]]);
    asked[2]?.answer();
    await settle();
    expect([cache.error, cache.row(0)?.productId]).toEqual([null, 'p0']);
  });

  it('that are waited for and were refused come when they are asked for again', async () => {
    const { cache, asked } = given();
    cache.see(0, 40);
    asked.forEach(({ answer }) => answer());
    await settle();
    const wanted = cache.ensure(450, 460);
    asked.at(-1)?.fail(refusal);
    await settle();
    cache.retry();
    asked.at(-1)?.answer();
    expect((await wanted)[0]?.productId).toBe('p450');
  });

  it('that were refused are asked for again when whatever was read may say something else', async () => {
    const { cache, asked } = given();
    cache.see(0, 40);
    asked[0]?.fail(refusal);
    await settle();
    cache.refresh();
    expect([cache.refused, asked.at(-2)?.page]).toEqual([false, 1]);
  });

  it('go when they were out of sight longest', async () => {
    const { cache, asked } = given();
    for (const first of [0, 1_000, 2_000, 3_000]) {
      cache.see(first, first + 40);
      jest.advanceTimersByTime(100);
      asked.forEach(({ answer }) => answer());
      await settle();
    }
    expect([cache.row(0), cache.row(3_000)?.productId]).toEqual([undefined, 'p3000']);
  });

  it('can be had far out of sight', async () => {
    const { cache, asked } = given();
    cache.see(0, 40);
    asked.forEach(({ answer }) => answer());
    await settle();
    const wanted = cache.ensure(450, 650);
    for (let turn = 0; turn < 4; turn += 1) {
      asked.forEach(({ answer }) => answer());
      await settle();
    }
    const rows = await wanted;
    expect([rows.length, rows[0]?.productId, rows.at(-1)?.productId]).toEqual([201, 'p450', 'p650']);
    expect(cache.indexOf('p500')).toBe(500);
  });

  it('keep what was written while they were on their way', async () => {
    const { cache, asked } = given();
    const nine = (row: Row): Row => (row.productId === 'p3' ? { ...row, price: '9.00' } : row);
    cache.see(0, 40);
    cache.write(nine);
    asked.forEach(({ answer }) => answer());
    await settle();
    expect(cache.row(3)?.price).toBe('9.00');
  });

  it('take over part of what they say by now, in their places, unless it is asked once more', async () => {
    const { cache, asked } = given();
    cache.see(0, 40);
    asked.forEach(({ answer }) => answer());
    await settle();
    const half = (row: Row, now: Row): Row => ({ ...row, price: `${row.price}/${now.price}` });
    cache.freshen(half);
    cache.freshen(half);
    expect(asked.slice(2).map(({ page, signal }) => [page, signal.aborted])).toEqual([
      [1, true],
      [2, true],
      [1, false],
      [2, false],
    ]);
    asked.slice(2).forEach(({ answer }) => answer('2.00'));
    await settle();
    expect([cache.row(7), cache.row(107)?.price]).toEqual([{ productId: 'p7', price: '1.00/2.00' }, '1.00/2.00']);
    cache.refresh();
    cache.freshen(half);
    asked.slice(8).forEach(({ answer }) => answer('4.00'));
    await settle();
    asked.slice(6, 8).forEach(({ answer }) => answer('3.00'));
    await settle();
    expect(cache.row(7)?.price).toBe('3.00/4.00');
    cache.freshen(half);
    asked.at(-2)?.fail();
    cache.close();
    asked.at(-1)?.answer('5.00');
    await settle();
    expect([cache.row(7)?.price, cache.row(107)?.price, cache.error]).toEqual(['3.00/4.00', '3.00/4.00', null]);
  });

  it('stand elsewhere when some came or went, so those in sight are read again, once in a while', async () => {
    const { cache, asked } = given();
    cache.see(0, 40);
    asked[0]?.answer();
    await settle();
    asked[1]?.answer('1.00', TOTAL - 1);
    await settle();
    expect([cache.total, asked.map(({ page }) => page)]).toEqual([TOTAL - 1, [1, 2, 1]]);
    asked[2]?.answer('1.00', TOTAL);
    await settle();
    expect(asked).toHaveLength(3);
  });

  it('may be in sight with others between them that are not', () => {
    const { cache, asked } = given();
    cache.seeAll([98, 99, 60_000, 60_001]);
    asked.forEach(({ answer }) => answer());
    expect(asked.map(({ page }) => page)).toEqual([1, 601]);
  });

  it('are the same objects when they say the same after another look', async () => {
    const { cache, asked } = given();
    cache.see(0, 40);
    asked.forEach(({ answer }) => answer());
    await settle();
    const before = cache.row(5);
    cache.refresh();
    asked.slice(2).forEach(({ answer }) => answer());
    await settle();
    expect(cache.row(5)).toBe(before);
    cache.refresh();
    asked.slice(4).forEach(({ answer }) => answer('2.00'));
    await settle();
    expect(cache.row(5)?.price).toBe('2.00');
  });
});

describe('steps to undo', () => {
  it('go back and forth, until something new is done', () => {
    const stack = new UndoStack<string>();
    stack.push('a');
    stack.push('b');
    expect([stack.undo(), stack.undo(), stack.undo()]).toEqual(['b', 'a', undefined]);
    expect(stack.redo()).toBe('a');
    stack.push('c');
    expect([stack.mayRedo, stack.undo(), stack.undo()]).toEqual([false, 'c', 'a']);
  });

  it('are kept up to a number', () => {
    const stack = new UndoStack<number>(2);
    for (const step of [1, 2, 3]) stack.push(step);
    expect([stack.undo(), stack.undo(), stack.undo()]).toEqual([3, 2, undefined]);
  });

  it('forget what never came to be', () => {
    const stack = new UndoStack<readonly string[]>();
    stack.push(['kept', 'refused']);
    stack.push(['refused']);
    stack.rewrite((step) => {
      const left = step.filter((each) => each !== 'refused');
      return left.length > 0 ? left : null;
    });
    expect([stack.undo(), stack.mayUndo]).toEqual([['kept'], false]);
  });
});
