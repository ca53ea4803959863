import { describe, expect, it } from '@jest/globals';
import { dayOf, endOf, lastDayOf, meantEnd, meantStart, startOf } from '../src/shared/day';

describe('a day of a store', () => {
  it('begins at its own midnight', () => {
    expect(startOf('2026-12-01', 'America/Chicago')).toBe('2026-12-01T06:00:00.000Z');
    expect(startOf('2026-07-01', 'America/Chicago')).toBe('2026-07-01T05:00:00.000Z');
    expect(startOf('2026-12-01', 'America/Sao_Paulo')).toBe('2026-12-01T03:00:00.000Z');
    expect(startOf('2027-03-01', 'Asia/Tokyo')).toBe('2027-02-28T15:00:00.000Z');
    expect(startOf('2027-03-01', 'Pacific/Kiritimati')).toBe('2027-02-28T10:00:00.000Z');
  });

  it('begins with its first instant where midnight is skipped or comes twice', () => {
    expect(startOf('2024-09-08', 'America/Santiago')).toBe('2024-09-08T04:00:00.000Z');
    expect(endOf('2024-09-07', 'America/Santiago')).toBe('2024-09-08T04:00:00.000Z');
    expect(startOf('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
    expect(startOf('2024-04-26', 'Africa/Cairo')).toBe('2024-04-25T22:00:00.000Z');
    expect(startOf('2024-11-03', 'America/Havana')).toBe('2024-11-03T04:00:00.000Z');
  });

  it('is over when the next begins, also where clocks are changed', () => {
    expect(endOf('2026-03-08', 'America/Chicago')).toBe('2026-03-09T05:00:00.000Z');
    expect(endOf('2026-11-01', 'America/Chicago')).toBe('2026-11-02T06:00:00.000Z');
    expect(endOf('2026-12-31', 'UTC')).toBe('2027-01-01T00:00:00.000Z');
  });

  it('is the last one of a period that ends with it', () => {
    for (const day of ['2026-03-08', '2026-11-01', '2026-12-31']) {
      expect(lastDayOf(endOf(day, 'America/Chicago'), 'America/Chicago')).toBe(day);
      expect(dayOf(startOf(day, 'America/Chicago'), 'America/Chicago')).toBe(day);
    }
  });

  it('of a form leaves an instant alone that falls on it, and moves it when another day is chosen', () => {
    const [zone, was] = ['America/Chicago', '2026-12-18T09:39:03.368Z'];
    expect([meantStart('2026-12-18', was, zone), meantEnd('2026-12-18', was, zone)]).toEqual([was, was]);
    expect(meantStart('2026-12-19', was, zone)).toBe('2026-12-19T06:00:00.000Z');
    expect(meantEnd('2026-12-19', was, zone)).toBe('2026-12-20T06:00:00.000Z');
    expect([meantStart('', was, zone), meantEnd('2026-12-18', null, zone)]).toEqual([null, '2026-12-19T06:00:00.000Z']);
  });
});
