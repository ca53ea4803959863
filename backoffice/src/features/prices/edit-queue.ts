import type { Pending } from './cell';
import { keyOf, samePending, seenBy, type CellEdit } from './edits';

/** What somebody else wrote where this person was about to. */
export interface Theirs {
  by: string | null;
  at: string | null;
  price: string | null;
}

export interface Refusal {
  code: string;
  message: string;
  details?: unknown;
}

/**
 * An edit that is not in the draft yet: `waiting` for its turn, on its way, `failed` to get through (it is tried
 * again), `refused`, or at odds with what somebody else wrote.
 */
export interface Held {
  edit: CellEdit;
  state: 'waiting' | 'sending' | 'failed' | 'refused' | 'conflict';
  /** The price that has to stand there still for the edit to be taken. */
  expects: string | null;
  refusal: Refusal | null;
  theirs: Theirs | null;
  /** Written over the edit while it was on its way. */
  next: CellEdit | null;
}

export type Outcome = { kept: Pending | null } | { refused: Refusal; theirs?: Theirs };

export interface Settled {
  edit: CellEdit;
  pending: Pending | null;
}

export interface EditQueueOptions {
  send: (draft: { tableId: string; draftId: string }, held: readonly Held[]) => Promise<Outcome[]>;
  /** Whether what went wrong may go right when tried again. */
  mayRetry: (error: unknown) => boolean;
  refusalOf: (error: unknown) => Refusal;
  /** How long typing rests before it is sent. */
  rest?: number;
  most?: number;
  retry?: { first: number; longest: number };
}

const nothing: ReadonlyMap<string, Held> = new Map();

/**
 * Edits on their way into drafts: collected for a moment, sent in batches one after the other, tried again until the
 * line is back. Nothing is lost on the way: what is refused stays here with the reason until somebody decides.
 */
export class EditQueue {
  version = 0;
  savedAt: number | null = null;
  readonly #options: Required<EditQueueOptions>;
  readonly #held = new Map<string, Held>();
  readonly #products = new Map<string, ReadonlyMap<string, Held>>();
  readonly #listeners = new Set<() => void>();
  readonly #settling = new Set<(settled: readonly Settled[], refused: readonly CellEdit[]) => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #sending = false;

  constructor(options: EditQueueOptions) {
    this.#options = { rest: 250, most: 1_000, retry: { first: 2_000, longest: 30_000 }, ...options };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): number => this.version;

  /** Is told what went into drafts, and what did not. */
  onSettled(listener: (settled: readonly Settled[], refused: readonly CellEdit[]) => void): () => void {
    this.#settling.add(listener);
    return () => this.#settling.delete(listener);
  }

  /** The edits held for a product, by table; one object for as long as they are the same. */
  of(productId: string): ReadonlyMap<string, Held> {
    return this.#products.get(productId) ?? nothing;
  }

  /** Those somebody has to decide on, and those that do not get through. */
  get troubled(): Held[] {
    return [...this.#held.values()].filter(({ state }) => state !== 'waiting' && state !== 'sending');
  }

  /** How many are not in their draft yet, decided on or not. */
  get unsaved(): number {
    return this.#held.size;
  }

  get saving(): boolean {
    return [...this.#held.values()].some(({ state }) => state === 'waiting' || state === 'sending');
  }

  /** Takes edits over; they are shown at once and sent a moment later. */
  apply(edits: readonly CellEdit[]): void {
    const touched = new Set<string>();
    for (const edit of edits) {
      const key = keyOf(edit);
      const held = this.#held.get(key);
      touched.add(edit.productId);
      if (held?.state === 'sending') this.#held.set(key, { ...held, next: edit });
      else if (held && held.state !== 'conflict' && samePending(held.edit.before, edit.after)) this.#held.delete(key);
      else this.#held.set(key, waiting(edit, held));
    }
    this.#tell(touched);
    this.#soon(this.#options.rest);
  }

  /** Writes this person's price over what somebody else wrote meanwhile. */
  keepMine(held: Held): void {
    this.#put({ ...held, state: 'waiting', expects: held.theirs?.price ?? null, refusal: null });
    this.#soon(0);
  }

  /** Forgets an edit; what the draft says stays. */
  letGo(held: readonly Held[]): void {
    for (const { edit } of held) this.#held.delete(keyOf(edit));
    this.#tell(new Set(held.map(({ edit }) => edit.productId)));
  }

  /** Tries now what did not get through. */
  retry(): void {
    this.#failures = 0;
    this.#soon(0);
  }

  #put(held: Held): void {
    this.#held.set(keyOf(held.edit), held);
    this.#tell(new Set([held.edit.productId]));
  }

  #soon(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#flush(), wait);
  }

  async #flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (let batch = this.#batch(); batch.length > 0; batch = this.#batch()) {
        if (!(await this.#deliver(batch))) break;
      }
    } finally {
      this.#sending = false;
    }
  }

  /** The edits of one draft that are next. */
  #batch(): Held[] {
    const batch: Held[] = [];
    for (const held of this.#held.values()) {
      if (held.state !== 'waiting' && held.state !== 'failed') continue;
      const [first] = batch;
      const { tableId, draftId } = held.edit;
      if (first && (first.edit.tableId !== tableId || first.edit.draftId !== draftId)) continue;
      batch.push(held);
      if (batch.length === this.#options.most) break;
    }
    return batch;
  }

  /** Whether it got through, refused or not. */
  async #deliver(batch: readonly Held[]): Promise<boolean> {
    const [first] = batch;
    if (!first) return true;
    this.#mark(batch, (held) => ({ ...held, state: 'sending' }));
    const { tableId, draftId } = first.edit;
    let outcomes: Outcome[];
    try {
      outcomes = await this.#options.send({ tableId, draftId }, batch);
    } catch (error) {
      if (this.#options.mayRetry(error)) {
        this.#mark(batch, (held) => (held.next ? waiting(held.next, held) : { ...held, state: 'failed' }));
        const { first: wait, longest } = this.#options.retry;
        this.#soon(Math.min(wait * 2 ** this.#failures, longest));
        this.#failures += 1;
        return false;
      }
      const refused = this.#options.refusalOf(error);
      outcomes = batch.map(() => ({ refused }));
    }
    this.#failures = 0;
    this.#settle(batch, outcomes);
    return true;
  }

  #settle(batch: readonly Held[], outcomes: readonly Outcome[]): void {
    const settled: Settled[] = [];
    const refused: CellEdit[] = [];
    this.#mark(batch, (held, index) => {
      const outcome = outcomes[index] ?? { kept: held.edit.after };
      if ('kept' in outcome) {
        settled.push({ edit: held.edit, pending: outcome.kept });
        const { next } = held;
        return next && !samePending(outcome.kept, next.after) ? waiting({ ...next, before: outcome.kept }, null) : null;
      }
      refused.push(held.edit);
      const { theirs = null } = outcome;
      if (held.next) return waiting(held.next, held);
      return { ...held, state: theirs ? 'conflict' : 'refused', refusal: outcome.refused, theirs };
    });
    if (settled.length > 0) this.savedAt = Date.now();
    for (const listener of this.#settling) listener(settled, refused);
    this.#tell(new Set());
  }

  #mark(batch: readonly Held[], change: (held: Held, index: number) => Held | null): void {
    batch.forEach(({ edit }, index) => {
      const now = this.#held.get(keyOf(edit));
      if (!now) return;
      const next = change(now, index);
      if (next) this.#held.set(keyOf(edit), next);
      else this.#held.delete(keyOf(edit));
    });
    this.#tell(new Set(batch.map(({ edit }) => edit.productId)));
  }

  #tell(products: ReadonlySet<string>): void {
    for (const productId of products) this.#products.delete(productId);
    for (const held of products.size > 0 ? this.#held.values() : []) {
      const { productId, tableId } = held.edit;
      if (!products.has(productId)) continue;
      const map = new Map(this.#products.get(productId));
      this.#products.set(productId, map.set(tableId, held));
    }
    this.version += 1;
    for (const listener of this.#listeners) listener();
  }
}

/** An edit whose turn has not come; over one that is held already it stands on what that one stood on. */
function waiting(edit: CellEdit, held: Held | null | undefined): Held {
  const before = held?.state === 'conflict' || !held ? edit.before : held.edit.before;
  const standing = { ...edit, before };
  const expects = held ? (held.state === 'conflict' ? (held.theirs?.price ?? null) : held.expects) : seenBy(edit);
  return { edit: standing, state: 'waiting', expects, refusal: null, theirs: null, next: null };
}
