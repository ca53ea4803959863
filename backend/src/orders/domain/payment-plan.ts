export const paymentMethods = ['credit', 'bank_transfer', 'card'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** How an order is to be paid: on which terms, with which reference to quote, until when. */
export interface PaymentPlan {
  readonly method: PaymentMethod;
  readonly terms: string;
  readonly reference: string | null;
  readonly dueAt: Date | null;
}

export type PaymentRefused = {
  readonly code: 'payment.method_unavailable';
  readonly method: PaymentMethod;
  readonly available: readonly PaymentMethod[];
};

/** The days of terms like `net30`; null for a company that pays in advance. */
export function creditDays(terms: string): number | null {
  const [, days] = /^net(\d{1,3})$/.exec(terms) ?? [];
  return days === undefined ? null : Number(days);
}

/** The instant by which a bill of this moment must be paid. */
export const dueAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * 86_400_000);

/**
 * A creditor reference by ISO 11649: `RF`, two check digits, the order number. Banks refuse a mistyped one.
 */
export function creditorReference(orderNumber: string): string {
  const body = orderNumber.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const digits = [...`${body}RF00`].map((character) => parseInt(character, 36).toString()).join('');
  const check = 98n - (BigInt(digits) % 97n);
  return `RF${check.toString().padStart(2, '0')}${body}`;
}
