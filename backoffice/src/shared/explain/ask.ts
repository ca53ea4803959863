/** What is asked: everything that can make a price another. Empty is not said. */
export interface Ask {
  /** Ids. */
  company: string;
  product: string;
  quantity: string;
  unit: string;
  state: string;
  /** A calendar day or an instant; empty is now. */
  date: string;
  code: string;
}

export const askFields = ['company', 'product', 'quantity', 'unit', 'state', 'date', 'code'] as const;

export const nothingAsked: Ask = { company: '', product: '', quantity: '1', unit: '', state: '', date: '', code: '' };

/** The question an address holds. */
export const askOf = (get: (name: string) => string): Ask => ({
  ...nothingAsked,
  ...Object.fromEntries(askFields.flatMap((field) => (get(field) ? [[field, get(field)]] : []))),
});

/** The question as search parameters. */
export const parametersOf = (ask: Ask): URLSearchParams =>
  new URLSearchParams(askFields.flatMap((field) => (ask[field] ? [[field, ask[field]]] : [])));

export interface ResolveBody {
  companyId?: string;
  stateCode?: string;
  at?: string;
  tradeCode?: string;
  lines: { productId: string; unit?: string; quantity: string }[];
}

/** A day as the instant it is asked about: its noon, which is the same day wherever a store is. */
export const noonOf = (date: string): string => (date.includes('T') ? date : `${date}T12:00:00Z`);

/** The question as the API takes it. */
export const bodyOf = ({ company, product, quantity, unit, state, date, code }: Ask): ResolveBody => ({
  ...(company && { companyId: company }),
  ...(state && { stateCode: state }),
  ...(date && { at: noonOf(date) }),
  ...(code && { tradeCode: code }),
  lines: [{ productId: product, ...(unit && { unit }), quantity }],
});
