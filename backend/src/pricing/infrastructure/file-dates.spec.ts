import fc from 'fast-check';
import { Cells } from '../../shared/infrastructure/import-cells.js';
import { FileDates } from './file-dates.js';
import { TemporalLocalTimes } from './temporal-local-times.js';

const datesIn = (zone: string) => new FileDates(new TemporalLocalTimes(), zone);
const read = (text: string, zone = 'America/Chicago') => {
  const cells = new Cells(() => text);
  return cells.instant('valid_from', datesIn(zone)) ?? cells.problems.map(({ code }) => code).join();
};

const zones = [
  ...['UTC', 'America/Chicago', 'America/Sao_Paulo', 'America/Santiago', 'America/Havana', 'America/St_Johns'],
  ...['Africa/Cairo', 'Asia/Beirut', 'Asia/Kathmandu', 'Asia/Tokyo', 'Pacific/Apia', 'Pacific/Kiritimati'],
];

describe('what a file says of a moment', () => {
  it('is a day of the store, a time by its clock, or an instant', () => {
    expect(read('2027-03-01')).toBe('2027-03-01T06:00:00.000Z');
    expect(read('2027-03-01', 'Asia/Tokyo')).toBe('2027-02-28T15:00:00.000Z');
    expect(read('2024-09-08', 'America/Santiago')).toBe('2024-09-08T04:00:00.000Z');
    expect(read('2027-03-01T06:30')).toBe('2027-03-01T12:30:00.000Z');
    expect(read('2027-03-01T00:00:00Z')).toBe('2027-03-01T00:00:00.000Z');
    expect(read('2027-03-01T00:00:00+09:00')).toBe('2027-02-28T15:00:00.000Z');
  });

  it('is refused where there is no such day or time, and outside of the years that are kept', () => {
    expect(read('2027-03-14T02:30')).toBe('date.time_skipped');
    expect(read('2027-03-14')).toBe('2027-03-14T06:00:00.000Z');
    const not = [
      '2027-02-30',
      '2027-02-30T10:00',
      '2027-13-01',
      '1/3/2027',
      '2027-03-01T25:00',
      '2027-03-01T',
      '0000-01-01',
    ];
    for (const text of not) expect(read(text)).toBe('date.invalid');
    expect(read('0001-01-01', 'Asia/Tokyo')).toBe('date.invalid');
    expect(read('0001-01-01T00:00:00+05:00')).toBe('date.invalid');
    expect(read('9999-12-31T23:00:00-05:00')).toBe('date.invalid');
    expect(read('9999-12-31')).toBe('9999-12-31T06:00:00.000Z');
  });

  it('is written as a day where one begins, and comes back as it was', () => {
    expect(datesIn('America/Chicago').written(new Date('2027-03-01T06:00:00Z'))).toBe('2027-03-01');
    expect(datesIn('America/Chicago').written(new Date('2027-03-01T00:00:00Z'))).toBe('2027-03-01T00:00:00.000Z');
    expect(datesIn('Asia/Tokyo').written(new Date('9999-12-31T15:00:00Z'))).toBe('9999-12-31T15:00:00.000Z');
    const hours = fc.integer({
      min: Date.UTC(1, 0, 1) / 3_600_000 + 17_000_000,
      max: Date.UTC(9999, 11, 31, 23) / 3_600_000,
    });
    const recent = fc.integer({ min: Date.UTC(1970) / 900_000, max: Date.UTC(2040) / 900_000 });
    const milliseconds = fc.oneof(
      hours.map((count) => count * 3_600_000),
      recent.map((count) => count * 900_000),
      fc
        .date({ min: new Date('0001-01-03'), max: new Date('9999-12-30'), noInvalidDate: true })
        .map((date) => date.getTime()),
    );
    fc.assert(
      fc.property(fc.constantFrom(...zones), milliseconds, (zone, at) => {
        const instant = new Date(at);
        expect(read(datesIn(zone).written(instant), zone)).toBe(instant.toISOString());
      }),
      { numRuns: 2_000 },
    );
  });

  it('is each day as itself where midnights are skipped or come twice, unless the day never came', () => {
    for (const zone of ['America/Santiago', 'America/St_Johns', 'America/Havana', 'Africa/Cairo', 'Pacific/Apia']) {
      const dates = datesIn(zone);
      for (let at = Date.UTC(2010); at < Date.UTC(2015); at += 86_400_000) {
        const day = new Date(at).toISOString().slice(0, 10);
        if (day !== '2011-12-30') expect(dates.written(dates.startOf(day))).toBe(day);
      }
    }
  });
});
