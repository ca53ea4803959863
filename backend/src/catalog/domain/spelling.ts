/** How many slips of the keyboard are forgiven: none in short words, one from four letters on, two from eight. */
export const slipsForgiven = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/**
 * Damerau–Levenshtein distance in its restricted form: letters added, dropped or replaced and neighbours swapped count
 * one each. Distances above `limit` are only known to be above it.
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let slips = Math.min(replaced, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] && row > 1 && column > 1) {
        slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      }
      current.push(slips);
    }
    if (Math.min(...current) > limit && Math.min(...last) > limit) return limit + 1;
    [before, last] = [last, current];
  }
  return last[b.length] ?? limit + 1;
}

/** The words nearest to a misspelt one, best first as given; empty when none is near enough, or it holds digits. */
export function corrections(misspelt: string, words: readonly string[], most = 5): string[] {
  const limit = slipsForgiven(misspelt);
  if (limit === 0 || /\d/.test(misspelt)) return [];
  const near = words
    .map((word) => ({ word, slips: slipsBetween(misspelt, word, limit) }))
    .filter(({ slips }) => slips <= limit);
  const least = Math.min(...near.map(({ slips }) => slips));
  return near
    .filter(({ slips }) => slips === least)
    .map(({ word }) => word)
    .slice(0, most);
}
