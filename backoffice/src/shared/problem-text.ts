import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

/** Why a row or a file was refused: in the app's words where it has some, else in the API's. */
export function useProblemText(): (code: string, message: string) => string {
  const { t, i18n } = useTranslation();
  return (code, message) => {
    const key = `imports.problems.${code}`;
    // The API speaks English and knows the details; other languages get the general sentence.
    return i18n.language !== 'en' && i18next.exists(key) ? t(key) : message;
  };
}
