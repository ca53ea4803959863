import type { Words } from '@tradeyard/app-kit';

/** What the storefront says, one file per language; only the one in use is loaded. */
export const words: Words = {
  en: () => import('./locales/en.json'),
  'pt-BR': () => import('./locales/pt-BR.json'),
};
