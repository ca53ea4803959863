import { unitWord } from './unit-word';

/** What the figures and dates of a store depend on. `locale` writes figures, `language` the words in dates. */
export interface FormatSettings {
  locale: string;
  language: string;
  currency: string;
  timeZone: string;
}

export interface Formats {
  /** "$1,188.00". */
  money(amount: string): string;
  /** "$0.8214": up to four decimals, never fewer than the currency has. */
  unitPrice(amount: string): string;
  /** "$9.36", "$0.8214": to be read at a glance; what a unit of the currency buys needs no more decimals than money has. */
  shortPrice(amount: string): string;
  /** "$5,006": for summaries only. */
  summary(amount: string): string;
  /** "+$36.00", "−$36.00". */
  change(amount: string): string;
  /** "1,140", "2.5". */
  quantity(quantity: string): string;
  /** "40 bags", "1 bag", "2.5 m³". */
  amount(quantity: string, unit: string): string;
  /** "−16%", whole per cents. */
  percent(share: number): string;
  /** "Wed 25 Nov"; with the year when it is not this one. Takes an instant or a plain date. */
  date(when: string): string;
  /** "14:11". */
  time(when: string): string;
  /** "Thu 12 Nov, 14:11". */
  dateTime(when: string): string;
  /** "2026-11-25": the calendar day in the store's time zone, `days` from now. */
  day(days?: number): string;
  readonly decimalSeparator: '.' | ',';
}

const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/;
// Intl takes decimal strings as they are; the types of the platform know only their literal form.
const exact = (amount: string): number => amount as unknown as number;
const typographic = (text: string): string => text.replace('-', '−');

/** Writes figures and dates as the store's people read them; amounts stay decimal strings all the way. */
export function createFormats(
  { locale, language, currency, timeZone }: FormatSettings,
  now = () => new Date(),
): Formats {
  const figures = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, ...options });
  const money = figures({});
  const unitPrice = figures({ maximumFractionDigits: 4 });
  const summary = figures({ maximumFractionDigits: 0 });
  const change = figures({ signDisplay: 'exceptZero' });
  const quantity = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', signDisplay: 'exceptZero' });

  const dateParts = (zone: string): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: zone,
    });
  const [inZone, plain] = [dateParts(timeZone), dateParts('UTC')];
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const isoDay = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });

  const date = (when: string): string => {
    const format = PLAIN_DATE.test(when) ? plain : inZone;
    const parts = Object.fromEntries(
      format.formatToParts(new Date(when)).map(({ type, value }) => [type, value.replace('.', '')]),
    );
    const thisYear = isoDay.format(now()).slice(0, 4);
    const year = parts.year === thisYear ? '' : ` ${parts.year ?? ''}`;
    return `${parts.weekday ?? ''} ${parts.day ?? ''} ${parts.month ?? ''}${year}`;
  };
  const time = (when: string): string => clock.format(new Date(when));

  return {
    money: (amount) => typographic(money.format(exact(amount))),
    unitPrice: (amount) => typographic(unitPrice.format(exact(amount))),
    shortPrice: (amount) => typographic((Math.abs(Number(amount)) >= 1 ? money : unitPrice).format(exact(amount))),
    summary: (amount) => typographic(summary.format(exact(amount))),
    change: (amount) => typographic(change.format(exact(amount))),
    quantity: (amount) => quantity.format(exact(amount)),
    amount: (amount, unit) => `${quantity.format(exact(amount))} ${unitWord(amount, unit)}`,
    percent: (share) => typographic(percent.format(share)),
    date,
    time,
    dateTime: (when) => `${date(when)}, ${time(when)}`,
    day: (days = 0) => isoDay.format(new Date(now().getTime() + days * 86_400_000)),
    decimalSeparator: money.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.',
  };
}
