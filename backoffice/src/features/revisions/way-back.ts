import type { Change } from './revision-changes';
import { keyOf, lineId, type DiffLine } from './revision-views';

/** A line as it can be put back. */
export const changeOf = (line: DiffLine): Change => ({
  ...keyOf(line),
  action: line.action,
  ...(line.newPrice !== null && { unitPrice: line.newPrice }),
  ...(line.validTo && { validTo: line.validTo }),
});

/** The changes that make a draft's lines what they were; each expects what stands there, so that nobody else's edit is lost. */
export function wayBack(before: readonly DiffLine[], after: readonly DiffLine[]): Change[] {
  const known = new Map(before.map((line) => [lineId(line), line]));
  return after.flatMap((line): Change[] => {
    const was = known.get(lineId(line));
    const expects = line.newPrice;
    if (!was) return [{ ...keyOf(line), action: 'drop', expects }];
    const same = was.newPrice === line.newPrice && was.action === line.action && was.validTo === line.validTo;
    return same ? [] : [{ ...changeOf(was), expects }];
  });
}
