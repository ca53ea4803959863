import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormats, type Formats } from './formats';
import { useTenant } from './tenant';

/** Figures in the store's manner and currency, dates in the language of the page. */
export function useFormats(): Formats {
  const { locale, currency, timeZone } = useTenant();
  const { language } = useTranslation().i18n;
  return useMemo(() => createFormats({ locale, language, currency, timeZone }), [locale, language, currency, timeZone]);
}
