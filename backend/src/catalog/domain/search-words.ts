const ligatures: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
};

/** Text as search compares it: lower case, without accents; the counterpart of the database's plain_text. */
export const plainText = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðłþ]/g, (letter) => ligatures[letter] ?? letter);

export const mostSearchCharacters = 100;
export const mostSearchWords = 8;

/** The words a search asks for, plain and bounded in number; none when it holds no letter and no digit. */
export function searchWords(search: string): string[] {
  const words = plainText(search.slice(0, mostSearchCharacters)).split(/\s+/);
  return [...new Set(words.filter((word) => /[\p{L}\p{N}]/u.test(word)))].slice(0, mostSearchWords);
}
