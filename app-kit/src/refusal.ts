import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { factsOf } from './refusal-facts';
import { useFormats } from './use-formats';

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
