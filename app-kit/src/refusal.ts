import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { useFormats } from './use-formats';

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

/** Says in one sentence why something was refused: `refusals.<code>` where the app has words for it, else a general one. */
export function useRefusal(): (error: unknown) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return (error) => {
    if (!(error instanceof ApiError)) return t('refusals.internal');
    if (error.status === 429) return t('refusals.tooMany', { seconds: error.retryAfter ?? 60 });
    const values = factsOf(error, formats.quantity);
    const nearest = [values.below, values.above].filter(Boolean).join(' / ');
    const key = `refusals.${error.code}`;
    return t(i18next.exists(key) ? key : 'refusals.internal', { ...values, nearest });
  };
}
