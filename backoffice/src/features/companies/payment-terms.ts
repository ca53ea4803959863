import { useTranslation } from 'react-i18next';

const usual = ['prepaid', 'net7', 'net14', 'net30', 'net45', 'net60', 'net90'];

/** The terms a company can be given, those it has among them. */
export const termsAround = (own: string): string[] => (usual.includes(own) ? usual : [...usual, own]);

/** Payment terms in words. */
export function useTerms(): (terms: string) => string {
  const { t } = useTranslation();
  return (terms) =>
    terms === 'prepaid'
      ? t('companies.terms.prepaid')
      : t('companies.terms.net', { count: Number(terms.replace('net', '')) });
}
