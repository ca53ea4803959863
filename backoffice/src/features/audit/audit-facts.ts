export interface Fact {
  /** The field, with the thing it belongs to before a dot. */
  name: string;
  /** What it was, where that is known. */
  before?: string;
  value: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function asText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.map(asText).join(', ');
  if (isRecord(value)) return Object.values(value).map(asText).filter(Boolean).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const isPair = (value: unknown): value is { from?: unknown; to?: unknown } =>
  isRecord(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => key === 'from' || key === 'to');

/**
 * What an entry of the trail tells, as lines of name and value: `{ from, to }` becomes before and after, of two whole
 * states only what differs is left, empty lists and values are left out.
 */
export function factsOf(facts: object | null): Fact[] {
  if (!facts) return [];
  if (isPair(facts) && (isRecord(facts.from) || isRecord(facts.to))) {
    const [from, to] = [facts.from ?? {}, facts.to ?? {}] as [Record<string, unknown>, Record<string, unknown>];
    return [...new Set([...Object.keys(from), ...Object.keys(to)])]
      .map((name) => ({ name, before: asText(from[name]), value: asText(to[name]) }))
      .filter(({ before, value }) => before !== value);
  }
  return Object.entries(facts).flatMap(([name, value]): Fact[] => {
    if (isPair(value)) return [{ name, before: asText(value.from), value: asText(value.to) }];
    const text = asText(value);
    return text ? [{ name, value: text }] : [];
  });
}
