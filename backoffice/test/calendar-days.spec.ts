import {
  addDays,
  addMonths,
  dayIn,
  firstWeekdayOf,
  startOfDay,
  weeksOf,
} from '../src/features/revisions/calendar-days';

it('moves by days and months, and keeps within a shorter month', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
});

it('shows a month in whole weeks, from the weekday people begin with', () => {
  const sundays = weeksOf('2026-11', 0);
  expect(sundays[0]?.[0]).toBe('2026-11-01');
  expect(sundays).toHaveLength(5);
  const mondays = weeksOf('2026-11', 1);
  expect(mondays[0]?.[0]).toBe('2026-10-26');
  expect(mondays.at(-1)?.at(-1)).toBe('2026-12-06');
  expect(weeksOf('2027-02', 1)).toHaveLength(4);
  expect([firstWeekdayOf('en-US'), firstWeekdayOf('pt-BR'), firstWeekdayOf('de-DE')]).toEqual([0, 0, 1]);
});

it('knows when a day begins where the store is, also where midnight is skipped', () => {
  expect(startOfDay('2026-12-01', 'America/Chicago')).toBe('2026-12-01T06:00:00.000Z');
  expect(startOfDay('2026-07-01', 'America/Chicago')).toBe('2026-07-01T05:00:00.000Z');
  expect(startOfDay('2026-12-01', 'Pacific/Auckland')).toBe('2026-11-30T11:00:00.000Z');
  // Brazil's clocks went from 23:59 to 01:00 that night.
  expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
});

it('tells the day of an instant where the store is', () => {
  expect(dayIn('America/Chicago')('2026-12-01T05:59:00Z')).toBe('2026-11-30');
});
