/** The languages people are written to. */
export type Language = 'en' | 'pt-BR';

/** The language for a locale like `pt-BR` or `en-US`; English for those we do not speak. */
export const languageOf = (locale: string): Language => (/^pt\b/i.test(locale) ? 'pt-BR' : 'en');

export interface LetterParts {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** What somebody said, in their own words. */
  readonly quote?: string | null;
  readonly link: { readonly label: string; readonly href: string };
}

/** A short mail with one link, as text and as HTML that no name or note can break out of. */
export function letter(
  language: Language,
  { subject, greeting, paragraphs, quote, link }: LetterParts,
): { subject: string; text: string; html: string } {
  const said = quote ? [`“${quote}”`] : [];
  const html = [greeting, ...paragraphs].map((text) => `<p>${escaped(text)}</p>`);
  if (quote) html.push(`<blockquote style="margin:0 0 1em;white-space:pre-line">${escaped(quote)}</blockquote>`);
  return {
    subject,
    text: `${[greeting, ...paragraphs, ...said, `${link.label}: ${link.href}`].join('\n\n')}\n`,
    html: `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;line-height:1.5">
${html.join('\n')}
<p><a href="${escaped(link.href)}">${escaped(link.label)}</a></p></body></html>`,
  };
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
