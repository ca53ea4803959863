import type { ApiError } from '@tradeyard/api-client';

const asText = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;

/** The facts of a refusal that words can be filled with; those of the first line when it lists lines. */
export function factsOf(error: ApiError, quantity: (text: string) => string): Record<string, string> {
  const [first] = Array.isArray(error.facts.lines) ? (error.facts.lines as unknown[]) : [];
  const facts = { ...error.facts, ...(first !== null && typeof first === 'object' ? first : {}) };
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(facts)) {
    const text = asText(value);
    if (text !== null) values[name] = /^\d+(\.\d+)?$/.test(text) ? quantity(text) : text;
  }
  return values;
}
