type Fields = Record<string, unknown>;

export interface Conflict {
  field: string;
  mine: unknown;
  theirs: unknown;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Two people changed the same record. Fields only one of them touched keep that person's value; fields both changed
 * differently are conflicts, which hold my value until somebody chooses.
 */
export function mergeForms<Values extends object>(
  base: Values,
  mine: Values,
  theirs: Values,
): { merged: Values; conflicts: Conflict[] } {
  const merged = { ...mine } as Fields;
  const conflicts: Conflict[] = [];
  for (const [field, was] of Object.entries(base) as [string, unknown][]) {
    const [ours, other] = [(mine as Fields)[field], (theirs as Fields)[field]];
    if (same(ours, was)) merged[field] = other;
    else if (!same(other, was) && !same(ours, other)) conflicts.push({ field, mine: ours, theirs: other });
  }
  return { merged: merged as Values, conflicts };
}
