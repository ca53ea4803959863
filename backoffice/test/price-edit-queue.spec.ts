import { jest } from '@jest/globals';
import { EditQueue, type Held, type Outcome } from '../src/features/prices/edit-queue';
import type { CellEdit } from '../src/features/prices/edits';

const pending = (unitPrice: string | null) => ({
  revisionId: 'd',
  action: 'set' as const,
  unitPrice,
  minQuantity: '1',
});
let ids = 0;
const edit = (productId: string, price: string | null, part: Partial<CellEdit> = {}): CellEdit => ({
  id: (ids += 1),
  tableId: 'tx',
  productId,
  unit: 'bag',
  minQuantity: '1',
  sku: productId,
  product: productId,
  draftId: 'd',
  own: '1.00',
  before: null,
  after: price === null ? null : pending(price),
  text: price,
  ...part,
});

interface Sent {
  draftId: string;
  prices: (string | null | undefined)[];
  expects: (string | null)[];
  answer: (outcomes?: Outcome[]) => void;
  fail: (error: Error) => void;
}

function given({ most = 1_000 } = {}): { queue: EditQueue; sent: Sent[]; settled: string[]; refused: string[] } {
  const sent: Sent[] = [];
  const [settled, refused]: [string[], string[]] = [[], []];
  const queue = new EditQueue({
    most,
    send: ({ draftId }, held: readonly Held[]) =>
      new Promise<Outcome[]>((done, failed) =>
        sent.push({
          draftId,
          prices: held.map((each) => each.edit.after?.unitPrice),
          expects: held.map(({ expects }) => expects),
          answer: (outcomes = held.map((each) => ({ kept: each.edit.after }))) => done(outcomes),
          fail: failed,
        }),
      ),
    mayRetry: ({ message }: Error) => message === 'no line',
    refusalOf: (error) => ({ code: 'revision.not_found', message: (error as Error).message }),
  } as ConstructorParameters<typeof EditQueue>[0]);
  queue.onSettled((ok, not) => {
    settled.push(...ok.map((each) => each.edit.productId));
    refused.push(...not.map(({ productId }) => productId));
  });
  return { queue, sent, settled, refused };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
};
const rest = async (time = 300): Promise<void> => {
  jest.advanceTimersByTime(time);
  await settle();
};

describe('edits on their way into a draft', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('are shown at once and sent together after a moment', async () => {
    const { queue, sent, settled } = given();
    queue.apply([edit('a', '2.00')]);
    queue.apply([edit('b', '3.00')]);
    expect([queue.of('a').get('tx')?.edit.after?.unitPrice, sent.length, queue.saving]).toEqual(['2.00', 0, true]);
    await rest();
    expect(sent.map(({ prices }) => prices)).toEqual([['2.00', '3.00']]);
    sent[0]?.answer();
    await settle();
    expect([settled, queue.unsaved, queue.of('a').size]).toEqual([['a', 'b'], 0, 0]);
  });

  it('go draft by draft, no more at once than fit', async () => {
    const { queue, sent } = given({ most: 2 });
    queue.apply([...['a', 'b', 'c'].map((id) => edit(id, '2')), edit('a', '5', { tableId: 'nv', draftId: 'e' })]);
    await rest();
    for (let turn = 0; turn < 3; turn += 1) {
      sent[turn]?.answer();
      await settle();
    }
    expect(sent.map(({ draftId, prices }) => [draftId, prices.length])).toEqual([
      ['d', 2],
      ['d', 1],
      ['e', 1],
    ]);
  });

  it('expect what their editor saw, also when one is written over another', async () => {
    const { queue, sent } = given();
    queue.apply([edit('a', '2.00')]);
    queue.apply([edit('a', '3.00', { before: pending('2.00') })]);
    await rest();
    expect(sent[0]).toMatchObject({ prices: ['3.00'], expects: ['1.00'] });
    queue.apply([edit('a', '4.00', { before: pending('3.00') })]);
    sent[0]?.answer([{ kept: pending('3.0000') }]);
    await settle();
    expect(sent[1]).toMatchObject({ prices: ['4.00'], expects: ['3.0000'] });
  });

  it('are nothing when they are taken back before they were sent', async () => {
    const { queue, sent } = given();
    queue.apply([edit('a', '2.00')]);
    queue.apply([edit('a', null, { before: pending('2.00') })]);
    await rest();
    expect([sent.length, queue.unsaved]).toEqual([0, 0]);
  });

  it('are kept without a line and tried again, less and less often', async () => {
    const { queue, sent, settled } = given();
    queue.apply([edit('a', '2.00')]);
    await rest();
    sent[0]?.fail(new Error('no line'));
    await settle();
    expect(queue.troubled.map(({ state }) => state)).toEqual(['failed']);
    await rest(2_000);
    sent[1]?.fail(new Error('no line'));
    await settle();
    await rest(2_000);
    expect(sent).toHaveLength(2);
    queue.retry();
    await rest(0);
    sent[2]?.answer();
    await settle();
    expect([settled, queue.unsaved]).toEqual([['a'], 0]);
  });

  it('stay with the reason when they are refused, and the others go in', async () => {
    const { queue, sent, settled, refused } = given();
    queue.apply([edit('a', null, { after: pending(null), text: 'ask Jo' }), edit('b', '2')]);
    await rest();
    sent[0]?.answer([{ refused: { code: 'price.unreadable', message: '' } }, { kept: pending('2') }]);
    await settle();
    expect([settled, refused, queue.troubled[0]?.refusal?.code]).toEqual([['b'], ['a'], 'price.unreadable']);
    queue.apply([edit('a', '2.50')]);
    await rest();
    expect(sent[1]).toMatchObject({ prices: ['2.50'], expects: ['1.00'] });
  });

  it('are at odds with what somebody else wrote, until one of the two is kept', async () => {
    const { queue, sent } = given();
    const theirs = { by: 'Jo', at: null, price: '7.00' };
    queue.apply([edit('a', '2.00'), edit('b', '2.00')]);
    await rest();
    const refused = { code: 'price.changed_by_other', message: '' };
    sent[0]?.answer([
      { refused, theirs },
      { refused, theirs },
    ]);
    await settle();
    const [one, other] = queue.troubled;
    expect([one?.state, one?.theirs]).toEqual(['conflict', theirs]);
    if (one) queue.keepMine(one);
    if (other) queue.letGo([other]);
    await rest();
    expect(sent[1]).toMatchObject({ prices: ['2.00'], expects: ['7.00'] });
    sent[1]?.answer();
    await settle();
    expect(queue.unsaved).toBe(0);
  });

  it('are all refused when their draft is gone', async () => {
    const { queue, sent } = given();
    queue.apply([edit('a', '2.00')]);
    await rest();
    sent[0]?.fail(new Error('gone'));
    await settle();
    expect(queue.troubled.map(({ state, refusal }) => [state, refusal?.message])).toEqual([['refused', 'gone']]);
  });
});
