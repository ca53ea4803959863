import plurals from './unit-plurals.json';

const languages = Object.entries(plurals).map(([language, words]) => ({
  rules: new Intl.PluralRules(language),
  words: new Map<string, string>(Object.entries(words)),
}));

/** The name of a selling unit as it is read after a quantity: "bags" after 40, "bag" after 1; "m³" and names nobody counts stay. */
export function unitWord(quantity: string, unit: string): string {
  for (const { rules, words } of languages) {
    const plural = words.get(unit.toLowerCase());
    if (plural) return rules.select(Number(quantity)) === 'one' ? unit : plural;
  }
  return unit;
}
