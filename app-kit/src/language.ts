import i18next, { type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';

const CHOICE = 'tradeyard.language';

/** Every language there is, with its name in itself. */
export const languages = [
  { code: 'en', name: 'English' },
  { code: 'pt-BR', name: 'Português (Brasil)' },
] as const;

export type Language = (typeof languages)[number]['code'];
export type Words = Record<Language, () => Promise<{ default: ResourceKey }>>;

/** The language of a locale: what its first letters say, English when it is none of ours. */
export function languageOf(locale: string | null | undefined): Language {
  const spoken = locale?.slice(0, 2).toLowerCase();
  return languages.find(({ code }) => code.slice(0, 2) === spoken)?.code ?? 'en';
}

function remembered(): Language | null {
  try {
    const code = localStorage.getItem(CHOICE);
    return languages.find((language) => language.code === code)?.code ?? null;
  } catch {
    return null;
  }
}

let appWords: Words | undefined;

async function load(language: Language): Promise<void> {
  if (appWords && !i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await appWords[language]()).default);
  }
}

/** Starts with the language chosen in this browser, else the given one; only its words are loaded. */
export async function startLanguage(words: Words, otherwise: Language): Promise<void> {
  appWords = words;
  const lng = remembered() ?? otherwise;
  if (i18next.isInitialized) return speak(lng);
  await i18next
    .use(initReactI18next)
    .init({ lng, fallbackLng: false, resources: {}, interpolation: { escapeValue: false } });
  await load(lng);
  document.documentElement.lang = lng;
}

async function speak(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Changes every word on the page and remembers the choice in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language);
  try {
    localStorage.setItem(CHOICE, language);
  } catch {
    // Storage may be forbidden; the choice then lasts for this page only.
  }
}
