import { jest } from '@jest/globals';
import { backgroundContext, runInContext } from './request-context.js';
import { ShortMemory } from './short-memory.js';

const inTenant = <T>(tenantId: string, work: () => T): T => runInContext(backgroundContext(tenantId, 'test'), work);

let asked: number;
const load = () => Promise.resolve((asked += 1));

beforeEach(() => {
  asked = 0;
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

it('asks once for many, and again when the answer is too old', () =>
  inTenant('a', async () => {
    const memory = new ShortMemory<number>(10_000, 10);
    expect(await Promise.all([memory.get('k', load), memory.get('k', load)])).toEqual([1, 1]);
    jest.advanceTimersByTime(9_999);
    expect(await memory.get('k', load)).toBe(1);
    jest.advanceTimersByTime(1);
    expect(await memory.get('k', load)).toBe(2);
  }));

it('renews an ageing answer while the old one serves', () =>
  inTenant('a', async () => {
    const memory = new ShortMemory<number>(10_000, 10, 5_000);
    await memory.get('k', load);
    jest.advanceTimersByTime(5_000);
    expect(await memory.get('k', load)).toBe(1);
    expect(await memory.get('k', load)).toBe(2);
    jest.advanceTimersByTime(4_999);
    expect(await memory.get('k', load)).toBe(2);
  }));

it('never tells one tenant what it knows of another', async () => {
  const memory = new ShortMemory<string>(10_000, 10);
  expect(await inTenant('a', () => memory.get('k', () => Promise.resolve('of a')))).toBe('of a');
  expect(await inTenant('b', () => memory.get('k', () => Promise.resolve('of b')))).toBe('of b');
  inTenant('a', () => memory.forget());
  expect(await inTenant('a', () => memory.get('k', () => Promise.resolve('new')))).toBe('new');
  expect(await inTenant('b', () => memory.get('k', () => Promise.resolve('new')))).toBe('of b');
  expect(() => memory.get('k', () => Promise.resolve('nobody'))).toThrow('there is no tenant here');
});

it('forgets failures, and the oldest when it is full', () =>
  inTenant('a', async () => {
    const memory = new ShortMemory<number>(10_000, 2);
    await expect(memory.get('k', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await memory.get('k', load)).toBe(1);
    await memory.get('l', load);
    await memory.get('m', load);
    expect(await memory.get('l', load)).toBe(2);
    expect(await memory.get('k', load)).toBe(4);
  }));
