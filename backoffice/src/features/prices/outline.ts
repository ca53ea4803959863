import type { components } from '@tradeyard/api-client';

export type Group = components['schemas']['GridGroupView'];

/** What stands in one line of the grid: the head of a group, or a row by its place among those that are shown. */
export type Line = { group: Group; folded: boolean } | { row: number };

interface Part {
  /** Null: rows without a head. */
  group: Group | null;
  folded: boolean;
  count: number;
  /** The line the part begins with, its first row among all rows, and that among those shown. */
  line: number;
  first: number;
  shown: number;
}

/**
 * How rows stand under the heads of their groups. Rows keep their places among all rows whatever is folded; lines and
 * what is selected count only what is shown, so nothing can be done to a row nobody sees.
 */
export class Outline {
  /** How many lines there are, heads and rows. */
  readonly lines: number;
  /** How many rows are shown. */
  readonly rows: number;
  readonly #parts: Part[] = [];

  constructor(total: number, groups: readonly Group[], folded: ReadonlySet<string>) {
    const known = groups.reduce((sum, { count }) => sum + count, 0);
    const rest = total - known;
    let [line, first, shown] = [0, 0, 0];
    const add = (group: Group | null, count: number): void => {
      const isFolded = group !== null && folded.has(group.slug);
      this.#parts.push({ group, folded: isFolded, count, line, first, shown });
      line += (group ? 1 : 0) + (isFolded ? 0 : count);
      first += count;
      shown += isFolded ? 0 : count;
    };
    for (const group of groups) add(group, group.count);
    if (rest > 0) add(null, rest);
    this.lines = line;
    this.rows = shown;
  }

  at(line: number): Line {
    const part = this.#last((each) => each.line <= line);
    if (!part) return { row: -1 };
    if (!part.group) return { row: part.shown + line - part.line };
    return line === part.line ? { group: part.group, folded: part.folded } : { row: part.shown + line - part.line - 1 };
  }

  /** The line of a shown row. */
  lineOf(row: number): number {
    const part = this.#partOf(row);
    return part ? part.line + (part.group ? 1 : 0) + row - part.shown : 0;
  }

  /** Whether a shown row is the first below the head of its group. */
  isFirst(row: number): boolean {
    const part = this.#partOf(row);
    return part?.group != null && part.shown === row;
  }

  /** The group of a shown row. */
  groupOf(row: number): Group | null {
    return this.#partOf(row)?.group ?? null;
  }

  /** The line of a group's head; −1 when there is none. */
  headOf(slug: string): number {
    return this.#parts.find(({ group }) => group?.slug === slug)?.line ?? -1;
  }

  /** The row at a line; of a head the one after it, at the end the last one. */
  rowNear(line: number): number {
    const here = this.at(line);
    if ('row' in here) return here.row;
    const part = this.#last((each) => each.line <= line);
    return Math.min(part?.shown ?? 0, this.rows - 1);
  }

  /** Whether the row at a place among all rows is shown. */
  isShown(place: number): boolean {
    return this.#last((each) => each.first <= place)?.folded === false;
  }

  /** A shown row's place among all rows; −1 when there is no such row. */
  placeOf(row: number): number {
    const part = this.#partOf(row);
    return part ? part.first + row - part.shown : -1;
  }

  /** Where a row of all rows is shown; where it is folded away, the next one that is shown, or the last one. */
  shownAt(place: number): number {
    const part = this.#last((each) => each.first <= place);
    if (!part) return 0;
    const row = part.shown + (part.folded ? 0 : place - part.first);
    return Math.max(0, Math.min(row, this.rows - 1));
  }

  #partOf(row: number): Part | undefined {
    return row < 0 || row >= this.rows ? undefined : this.#last((each) => !each.folded && each.shown <= row);
  }

  /** The last part that an ordered condition holds for; a folded one may be passed over. */
  #last(holds: (part: Part) => boolean): Part | undefined {
    return this.#parts.findLast(holds);
  }
}
