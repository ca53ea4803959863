/** The calendar day an instant falls on in a time zone: "2026-11-25". */
export const dayOf = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(
    new Date(instant),
  );

/** The instant at which a day begins in a time zone, also on days that clocks are changed. */
export function startOf(day: string, timeZone: string): string {
  const wanted = Date.parse(`${day}T00:00:00Z`);
  let at = wanted;
  // The offset is that of the instant looked for, so it is asked for twice.
  for (let round = 0; round < 2; round += 1) at = wanted - offsetAt(at, timeZone);
  return new Date(at).toISOString();
}

/** The instant at which a day is over: what is valid "until" it ends there. */
export const endOf = (day: string, timeZone: string): string =>
  startOf(new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10), timeZone);

/** The last day before an instant: what people call the end of a period. */
export const lastDayOf = (end: string, timeZone: string): string =>
  dayOf(new Date(Date.parse(end) - 1).toISOString(), timeZone);

/** The start a form means: null without a day; what it was, to the second, where the day is still the same. */
export const meantStart = (day: string, was: string | null | undefined, timeZone: string): string | null =>
  !day ? null : was && dayOf(was, timeZone) === day ? was : startOf(day, timeZone);

/** The end a form means, likewise. */
export const meantEnd = (day: string, was: string | null | undefined, timeZone: string): string | null =>
  !day ? null : was && lastDayOf(was, timeZone) === day ? was : endOf(day, timeZone);

function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - instant;
}
