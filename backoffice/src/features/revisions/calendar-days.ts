export { dayIn, startOf as startOfDay, zoneName } from '../../shared/day';

const DAY = 86_400_000;

/** A calendar day as "2026-12-01", without a time zone. */
export type Day = string;

const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** The day so many days later. */
export const addDays = (day: Day, days: number): Day => dayOf(utc(day) + days * DAY);

/** The same day some months later, or that month's last. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** "2026-12" of "2026-12-24". */
export const monthOf = (day: Day): string => day.slice(0, 7);

/** The weeks a month's page shows: whole ones, from the first weekday on; Sunday is 0. */
export function weeksOf(month: string, firstWeekday: number): Day[][] {
  const first = `${month}-01`;
  const before = (new Date(utc(first)).getUTCDay() - firstWeekday + 7) % 7;
  const weeks: Day[][] = [];
  for (let start = addDays(first, -before); start < `${addMonths(first, 1)}`; start = addDays(start, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(start, at)));
  return weeks;
}

/** The weekday weeks begin with where a language is spoken; Sunday is 0. */
export function firstWeekdayOf(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (known.getWeekInfo?.() ?? known.weekInfo ?? { firstDay: 1 }).firstDay % 7;
}
