import type { Words } from '@tradeyard/app-kit';

/** Every word of the app by language; a language is loaded when it is first spoken. */
export const words: Words = {
  en: () => import('./locales/en'),
  'pt-BR': () => import('./locales/pt-BR'),
};
