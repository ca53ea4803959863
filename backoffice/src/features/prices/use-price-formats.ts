import { useTenant } from '@tradeyard/app-kit';

export interface PriceFormats {
  /** "9.38": without the currency, which the grid is in. */
  figure: (price: string) => string;
  /** "+3.1%", from tenths of a percent; ">+999.9%" beyond. */
  percent: (tenths: number) => string;
  /** The same from text of the API: "3.14" percent. */
  percentText: (percent: string) => string;
}

const FAR = 10_000;
const exact = (amount: string): number => amount as unknown as number;
const typographic = (text: string): string => text.replace('-', '−');

const made = new Map<string, PriceFormats>();

/** Figures of the price grid, in the store's manner; hundreds of cells share one. */
export function usePriceFormats(): PriceFormats {
  const { locale, currency } = useTenant();
  const key = `${locale}|${currency}`;
  const formats = made.get(key) ?? formatsOf(locale, currency);
  made.set(key, formats);
  return formats;
}

function formatsOf(locale: string, currency: string): PriceFormats {
  const { minimumFractionDigits } = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions();
  const figure = new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits: 4 });
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return {
    figure: (price) => typographic(figure.format(exact(price))),
    percent: (tenths) =>
      tenths >= FAR ? `>${typographic(percent.format((FAR - 1) / 1000))}` : typographic(percent.format(tenths / 1000)),
    percentText: (text) => typographic(percent.format(Number(text) / 100)),
  };
}
