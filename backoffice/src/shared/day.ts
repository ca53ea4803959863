const furthest = 16 * 3_600_000;

/** Which calendar day instants fall on in a time zone: "2026-11-25". */
export function dayIn(timeZone: string): (instant: string | number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (instant) => format.format(new Date(instant));
}

/** The calendar day an instant falls on in a time zone. */
export const dayOf = (instant: string, timeZone: string): string => dayIn(timeZone)(instant);

/** The instant at which a day begins in a time zone; where midnight is skipped, the first instant there is. */
export function startOf(day: string, timeZone: string): string {
  const inZone = dayIn(timeZone);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // No zone was ever further than sixteen hours from UTC.
  let [before, begun] = [midnight - furthest, midnight + furthest];
  while (begun - before > 1) {
    const between = Math.floor((before + begun) / 2);
    if (inZone(between) < day) before = between;
    else begun = between;
  }
  return new Date(begun).toISOString();
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

/** A time zone in words: "Central Standard Time". */
export const zoneName = (timeZone: string, language: string): string =>
  new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(new Date())
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
