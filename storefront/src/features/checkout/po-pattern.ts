/** Whether a PO number has the form a job site asks for: `#` and `0` stand for any digit, the rest for itself. */
export function fitsPattern(poNumber: string, pattern: string | null): boolean {
  if (!pattern) return true;
  if (poNumber.length !== pattern.length) return false;
  return [...pattern].every((sign, index) => {
    const letter = poNumber[index] ?? '';
    return sign === '#' || sign === '0' ? /\d/.test(letter) : letter.toLowerCase() === sign.toLowerCase();
  });
}

/** A number of that form, for example: `AF-RL-0000` gives `AF-RL-0431`. */
export function exampleOf(pattern: string): string {
  const digits = '0431752968';
  let next = 0;
  return pattern.replace(/[#0]/g, () => digits[next++ % digits.length] ?? '0');
}
