import { digitsOf, type Money, type UnitPrice } from '../../shared/money.js';
import type { Quantity } from '../../shared/quantity.js';
import type { OrderState, Shipment } from './order.js';
import type { OrderLine } from './order-line.js';
import { languageOf, type MailOccasion, mailWords } from './order-mail-words.js';

export interface MailFrame {
  readonly storeName: string;
  readonly storeUrl: string;
  readonly locale: string;
  readonly timeZone: string;
}

export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface MailLine {
  readonly name: string;
  readonly sku: string;
  readonly quantity: string;
  readonly price: string;
  readonly total: string;
}

/** The mail that tells a buyer how an order goes on: what, how much, how to pay, as text and as HTML. */
export function orderMail(
  occasion: MailOccasion,
  order: OrderState,
  frame: MailFrame,
  shipment?: Shipment,
): WrittenMail {
  const language = languageOf(frame.locale);
  const words = mailWords[language];
  const write = formats(frame, order.currency);
  const lines = (
    shipment ? shippedLines(order, shipment) : order.lines.map((line) => [line, line.quantity] as const)
  ).map(([line, quantity]) => lineOf(line, quantity, write));
  const before = [words.greeting(order.buyer.name), words.story[occasion](order.number)];
  if (shipment) before.push(words.leftFrom(shipment.branchName));
  const totals: [string, string][] = shipment
    ? []
    : [
        [words.subtotal, write.money(order.subtotal)],
        [words.tax, write.money(order.tax)],
        [words.freight, write.money(order.freight)],
        [words.total, write.money(order.total)],
      ];
  const after = notes(occasion, order, words, write);
  const link = `${frame.storeUrl}/orders/${order.id}`;
  return {
    subject: words.subject[occasion](order.number, frame.storeName),
    text: asText(before, lines, totals, after, `${words.open}: ${link}`),
    html: asHtml(language, words, before, lines, totals, after, link),
  };
}

const shippedLines = (order: OrderState, shipment: Shipment) =>
  shipment.lines.flatMap(({ lineNo, quantity }) => {
    const line = order.lines.find((candidate) => candidate.lineNo === lineNo);
    return line ? [[line, quantity] as const] : [];
  });

function notes(
  occasion: MailOccasion,
  { address, poNumber, payment }: OrderState,
  words: (typeof mailWords)['en'],
  write: Formats,
): string[] {
  const place = [address.name, address.line1, address.line2, address.city, address.stateCode, address.postalCode];
  const result = [`${words.deliverTo}: ${place.filter(Boolean).join(', ')}`];
  if (poNumber) result.push(`${words.poNumber}: ${poNumber}`);
  if (occasion === 'partly_shipped') result.push(words.stillToCome);
  if (occasion === 'shipped' || occasion === 'partly_shipped') return result;
  if (payment.reference) result.push(words.reference(payment.reference));
  if (payment.dueAt) result.push(words.due(write.day(payment.dueAt)));
  return result;
}

interface Formats {
  money(amount: Money): string;
  price(price: UnitPrice): string;
  quantity(quantity: Quantity): string;
  day(at: Date): string;
}

/** `Intl` formats decimal text exactly; TypeScript's library does not say so yet. */
const exact = (format: Intl.NumberFormat, text: string): string => format.format(text as unknown as number);

function formats({ locale, timeZone }: MailFrame, currency: string): Formats {
  const digits = digitsOf(currency);
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const price = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: 4,
  });
  const quantity = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  return {
    money: (amount) => exact(money, amount.toString()),
    price: (amount) => exact(price, amount.toString()),
    quantity: (amount) => exact(quantity, amount.toString()),
    day: (at) => day.format(at),
  };
}

const lineOf = (line: OrderLine, quantity: Quantity, write: Formats): MailLine => ({
  name: line.name,
  sku: line.sku,
  quantity: `${write.quantity(quantity)} ${line.unitName}`,
  price: write.price(line.unitPrice),
  total: write.money(line.lineTotal),
});

function asText(
  before: readonly string[],
  lines: readonly MailLine[],
  totals: readonly (readonly [string, string])[],
  after: readonly string[],
  link: string,
): string {
  const goods = lines.map(({ name, sku, quantity, price, total }) =>
    totals.length > 0 ? `- ${name} (${sku}): ${quantity} × ${price} = ${total}` : `- ${name} (${sku}): ${quantity}`,
  );
  const sums = totals.map(([label, amount]) => `${label}: ${amount}`);
  return `${[before.join('\n\n'), goods.join('\n'), sums.join('\n'), after.join('\n'), link].filter(Boolean).join('\n\n')}\n`;
}

function asHtml(
  language: string,
  words: (typeof mailWords)['en'],
  before: readonly string[],
  lines: readonly MailLine[],
  totals: readonly (readonly [string, string])[],
  after: readonly string[],
  link: string,
): string {
  const priced = totals.length > 0;
  const cell = (text: string, right = false): string =>
    `<td style="padding:4px 12px 4px 0${right ? ';text-align:right' : ''}">${escaped(text)}</td>`;
  const row = (texts: readonly string[]): string =>
    `<tr>${texts.map((text, index) => cell(text, index > 0)).join('')}</tr>`;
  const head = row([words.line.product, words.line.quantity, ...(priced ? [words.line.price, words.line.total] : [])]);
  const body = lines.map(({ name, sku, quantity, price, total }) =>
    row([`${name} (${sku})`, quantity, ...(priced ? [price, total] : [])]),
  );
  const foot = totals.map(([label, amount]) => row([label, '', '', amount]));
  const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${escaped(text)}</p>`).join('');
  return `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;line-height:1.5">
${paragraphs(before)}
<table style="border-collapse:collapse">${[head, ...body, ...foot].join('')}</table>
${paragraphs(after)}
<p><a href="${escaped(link)}">${escaped(words.open)}</a></p></body></html>`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
