import { readAmount } from '../../shared/form/read-amount';

/** A line of what is bought: a product by id or SKU; without a unit its first one. */
export interface BasketLine {
  product: string;
  quantity: string;
  unit: string;
}

const SEPARATOR = '~';
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** As many lines as an address may hold. */
export const MOST_IN_ADDRESS = 40;
/** As many as the API takes. */
export const MOST_LINES = 1000;

/** A line as the address holds it. */
export const lineText = ({ product, quantity, unit }: BasketLine): string =>
  [product, quantity, unit].join(SEPARATOR).replace(/~$/, '');

/** The line an address holds; null when it holds none. */
export function lineOf(text: string): BasketLine | null {
  const [product = '', quantity = '', unit = ''] = text.split(SEPARATOR);
  return product && /^\d+(\.\d+)?$/.test(quantity) ? { product, quantity, unit } : null;
}

/** The line as the API is asked about it. */
export const askedLine = ({ product, quantity, unit }: BasketLine) => ({
  ...(ID.test(product) ? { productId: product } : { sku: product }),
  quantity,
  ...(unit && { unit }),
});

export interface ReadBasket {
  lines: BasketLine[];
  /** What could not be read, by its line. */
  unread: { line: number; text: string }[];
}

/** Lines of SKU, quantity and maybe unit, apart by tabs, semicolons, spaces or commas; a line of headings is passed over. */
export function readBasket(text: string, decimalSeparator: '.' | ','): ReadBasket {
  const read: ReadBasket = { lines: [], unread: [] };
  text.split(/\r?\n/).forEach((line, index) => {
    const written = line.replace(/[\u200b\ufeff]/g, '').trim();
    if (!written) return;
    const parts = partsOf(written);
    const [product = '', figure = '1', unit = ''] = parts;
    const quantity = readAmount(figure, decimalSeparator);
    if (quantity !== null && !quantity.startsWith('-') && Number(quantity) > 0) {
      read.lines.push({ product, quantity, unit });
    } else if (index > 0 || /\d/.test(written)) read.unread.push({ line: index + 1, text: written });
  });
  return read;
}

function partsOf(line: string): string[] {
  const parts = line.split(/[\t;]/).length > 1 ? line.split(/[\t;]/) : line.split(/[\s\u00a0]+/);
  const plain = parts.length > 1 ? parts : line.split(',');
  return plain.map((part) => part.trim().replace(/,$/, '')).filter(Boolean);
}
