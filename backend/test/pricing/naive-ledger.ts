import type { ProductStory, Step, Wanted } from './generated-timelines.js';

/** A revision with a place in time: what it changes, by product and key, and whether it was taken back. */
interface Entered {
  readonly step: number;
  readonly live: number;
  readonly scheduled: boolean;
  readonly changes: ReadonlyMap<string, Wanted>;
  withdrawn: boolean;
}

export const placeOf = (product: number, key: number): string => `${product}/${key}`;

/**
 * What a table says, by one rule: of all revisions live at an instant the one that went live last and mentions a price
 * decides it. Keeps lists and looks through them; knows nothing of how prices are stored.
 */
export class NaiveLedger {
  private readonly entered: Entered[] = [];

  constructor(private readonly stories: readonly ProductStory[]) {}

  /** What a step of its own changes, by place. */
  changesOf(step: number): Map<string, Wanted> {
    const changes = new Map<string, Wanted>();
    this.stories.forEach((story, product) =>
      story[step]?.forEach((wanted, key) => {
        if (wanted !== undefined) changes.set(placeOf(product, key), wanted);
      }),
    );
    return changes;
  }

  enter(step: number, { live, kind }: Step, changes: ReadonlyMap<string, Wanted>): void {
    this.entered.push({ step, live: live.getTime(), scheduled: kind === 'schedule', changes, withdrawn: false });
  }

  /** The steps whose revision can be withdrawn, or rolled back, at an instant. */
  candidates(kind: 'withdraw' | 'roll_back', now: Date): number[] {
    const fits = ({ live, withdrawn }: Entered) =>
      !withdrawn && (kind === 'withdraw' ? live > now.getTime() : live <= now.getTime());
    return this.entered.filter(fits).map(({ step }) => step);
  }

  withdraw(step: number): void {
    this.of(step).withdrawn = true;
  }

  /** What is said of a place at an instant. */
  at(place: string, instant: number): Wanted {
    return this.last(
      place,
      this.inOrder().filter(({ live }) => live <= instant),
    );
  }

  /** What would undo a step, and the places that changed again since and are left alone. */
  undoing(step: number, now: Date): { changes: Map<string, Wanted>; conflicts: Set<string> } {
    const undone = this.of(step);
    const order = this.inOrder();
    const earlier = order.slice(0, order.indexOf(undone));
    const changes = new Map<string, Wanted>();
    const conflicts = new Set<string>();
    for (const [place, wanted] of undone.changes) {
      const before = this.last(place, earlier);
      const didNothing = same(before, wanted);
      if (wanted === null ? before === null : didNothing && !undone.scheduled) continue;
      const isConflict = this.at(place, now.getTime())?.unitPrice !== wanted?.unitPrice;
      if (isConflict) conflicts.add(place);
      else changes.set(place, before);
    }
    return { changes, conflicts };
  }

  private of(step: number): Entered {
    const found = this.entered.find((each) => each.step === step);
    if (!found) throw new Error(`step ${step} was never entered`);
    return found;
  }

  private inOrder(): Entered[] {
    return this.entered
      .filter(({ withdrawn }) => !withdrawn)
      .map((each, n) => ({ each, n }))
      .sort((a, b) => a.each.live - b.each.live || a.n - b.n)
      .map(({ each }) => each);
  }

  private last(place: string, list: readonly Entered[]): Wanted {
    return (
      list
        .filter(({ changes }) => changes.has(place))
        .at(-1)
        ?.changes.get(place) ?? null
    );
  }
}

export const same = (a: Wanted, b: Wanted): boolean =>
  a?.unitPrice === b?.unitPrice && a?.validTo?.getTime() === b?.validTo?.getTime();
