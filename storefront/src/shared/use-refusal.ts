import { useTranslation } from 'react-i18next';
import { refusalText } from './refusal';
import { useFormats } from './use-formats';

/** Says in one sentence why something was refused. */
export function useRefusal(): (error: unknown) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return (error) => {
    const { key, values } = refusalText(error, formats.quantity);
    return t(key, { ...values, nearest: [values.below, values.above].filter(Boolean).join(' / ') });
  };
}
