import { readAmount } from './form/read-amount';

/** "12,5 %" as the API takes percentages: "12.5", from 0 to 100 with two decimals at most; null when it is none. */
export function readPercent(written: string, decimalSeparator: '.' | ','): string | null {
  const amount = readAmount(written.replace('%', ''), decimalSeparator);
  return amount !== null && /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/.test(amount) ? amount : null;
}

/** "12.50" as people write it: "12,5". */
export const writtenPercent = (percent: string, decimalSeparator: '.' | ','): string =>
  (percent.includes('.') ? percent.replace(/\.?0+$/, '') : percent).replace('.', decimalSeparator);
