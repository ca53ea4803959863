import { TemporalLocalTimes } from './temporal-local-times.js';

const times = new TemporalLocalTimes();
const instant = (local: string, zone: string) => {
  const answer = times.instantOf(local, zone);
  return answer.ok ? answer.value.toISOString() : answer.error;
};
const skipped = (before: string, after: string) => ({ code: 'revision.local_time_skipped', before, after });

describe.each([
  // The law of the day counts: no daylight-saving time in São Paulo since 2019.
  ['America/Chicago', '2026-12-01T06:00', '2026-12-01T12:00:00.000Z'],
  ['America/Chicago', '2026-07-01T06:00', '2026-07-01T11:00:00.000Z'],
  ['America/Sao_Paulo', '2026-12-01T06:00', '2026-12-01T09:00:00.000Z'],
  ['America/Sao_Paulo', '2018-12-01T06:00', '2018-12-01T08:00:00.000Z'],
  // A summer that begins tomorrow is begun tomorrow, whatever the clock shows today.
  ['America/Chicago', '2027-03-14T00:30', '2027-03-14T06:30:00.000Z'],
  ['America/Chicago', '2027-03-14T03:00', '2027-03-14T08:00:00.000Z'],
  // What comes twice is meant the first time.
  ['America/Chicago', '2027-11-07T01:30', '2027-11-07T06:30:00.000Z'],
  ['America/Chicago', '2027-11-07T02:00', '2027-11-07T08:00:00.000Z'],
  ['America/Sao_Paulo', '2018-02-17T23:30', '2018-02-18T01:30:00.000Z'],
  ['America/Sao_Paulo', '2018-02-18T00:00', '2018-02-18T03:00:00.000Z'],
  ['UTC', '2027-03-14T02:30', '2027-03-14T02:30:00.000Z'],
])('in %s', (zone, local, expected) => {
  it(`${local} is ${expected}`, () => expect(instant(local, zone)).toBe(expected));
});

describe('a time the clocks jump over is told with those on both sides', () => {
  it.each([
    ['America/Chicago', '2027-03-14T02:00', '2027-03-14T01:59', '2027-03-14T03:00'],
    ['America/Chicago', '2027-03-14T02:59', '2027-03-14T01:59', '2027-03-14T03:00'],
    // There the day itself begins at one o'clock.
    ['America/Sao_Paulo', '2018-11-04T00:00', '2018-11-03T23:59', '2018-11-04T01:00'],
    ['America/Sao_Paulo', '2018-11-04T00:30', '2018-11-03T23:59', '2018-11-04T01:00'],
    // Half an hour only.
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-04T01:59', '2026-10-04T02:30'],
  ])('in %s: %s', (zone, local, before, after) => {
    expect(instant(local, zone)).toEqual(skipped(before, after));
  });
});

describe('a day begins at its first instant', () => {
  it.each([
    ['America/Chicago', '2027-03-01', '2027-03-01T06:00:00.000Z'],
    ['America/Chicago', '2027-07-01', '2027-07-01T05:00:00.000Z'],
    ['America/Sao_Paulo', '2027-03-01', '2027-03-01T03:00:00.000Z'],
    ['Asia/Tokyo', '2027-03-01', '2027-02-28T15:00:00.000Z'],
    // Its midnight is skipped.
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    ['America/Santiago', '2024-09-08', '2024-09-08T04:00:00.000Z'],
    ['Africa/Cairo', '2024-04-26', '2024-04-25T22:00:00.000Z'],
    // Its midnight comes twice.
    ['America/Havana', '2024-11-03', '2024-11-03T04:00:00.000Z'],
  ])('in %s: %s', (zone, day, start) => {
    expect(times.startOf(day, zone).toISOString()).toBe(start);
    expect(times.dayBeginningAt(new Date(start), zone)).toBe(day);
    for (const beside of [-1, 1, 3_600_000])
      expect(times.dayBeginningAt(new Date(Date.parse(start) + beside), zone)).toBeNull();
  });

  it('also where it never came: what begins with it begins with the next', () => {
    expect(times.startOf('2011-12-30', 'Pacific/Apia')).toEqual(times.startOf('2011-12-31', 'Pacific/Apia'));
    expect(times.dayBeginningAt(times.startOf('2011-12-30', 'Pacific/Apia'), 'Pacific/Apia')).toBe('2011-12-31');
  });
});
