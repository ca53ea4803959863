/** The languages this system writes mails in. */
export type Language = 'en' | 'pt-BR';

/** The language for a locale like `pt-BR` or `en-US`; English for those we do not speak. */
export const languageOf = (locale: string): Language => (/^pt\b/i.test(locale) ? 'pt-BR' : 'en');

interface Facts {
  readonly name: string;
  readonly store: string;
  readonly link: string;
}

const texts = {
  en: {
    invitation: {
      subject: (store: string) => `You are invited to ${store}`,
      greeting: (name: string) => `Hello ${name},`,
      body: (store: string) => `${store} opened an account for you. Choose a password to sign in:`,
      action: 'Choose a password',
      small: 'The link works once, within 7 days.',
    },
    password_reset: {
      subject: (store: string) => `Choose a new password for ${store}`,
      greeting: (name: string) => `Hello ${name},`,
      body: (store: string) =>
        `Somebody asked for a new password for your account at ${store}. If it was you, choose it here:`,
      action: 'Choose a new password',
      small: 'The link works once, within one hour. If it was not you, do nothing: your password stays as it is.',
    },
  },
  'pt-BR': {
    invitation: {
      subject: (store: string) => `Convite para ${store}`,
      greeting: (name: string) => `Olá, ${name}.`,
      body: (store: string) => `${store} abriu uma conta para você. Escolha uma senha para entrar:`,
      action: 'Escolher a senha',
      small: 'O link vale uma única vez, por 7 dias.',
    },
    password_reset: {
      subject: (store: string) => `Nova senha para ${store}`,
      greeting: (name: string) => `Olá, ${name}.`,
      body: (store: string) =>
        `Recebemos um pedido de nova senha para a sua conta em ${store}. Se foi você, escolha-a aqui:`,
      action: 'Escolher nova senha',
      small: 'O link vale uma única vez, por uma hora. Se não foi você, não faça nada: a senha continua a mesma.',
    },
  },
} as const;

/** The mail that carries a link to choose a password, as text and as HTML that no name can break out of. */
export function linkMail(
  language: Language,
  purpose: 'invitation' | 'password_reset',
  { name, store, link }: Facts,
): { subject: string; text: string; html: string } {
  const { subject, greeting, body, action, small } = texts[language][purpose];
  const [hello, story] = [greeting(name), body(store)];
  return {
    subject: subject(store),
    text: `${hello}\n\n${story}\n${link}\n\n${small}\n`,
    html: `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;line-height:1.5">
<p>${escaped(hello)}</p><p>${escaped(story)}</p>
<p><a href="${escaped(link)}">${action}</a></p><p><small>${small}</small></p></body></html>`,
  };
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
