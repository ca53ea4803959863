export interface RowPage<Row, Facets> {
  rows: Row[];
  total: number;
  facets: Facets | undefined;
}

export type ReadRows<Row, Facets> = (page: number, signal: AbortSignal) => Promise<RowPage<Row, Facets>>;

export interface RowCacheOptions {
  pageSize?: number;
  /** How many pages are kept; those longest out of sight go first. */
  keep?: number;
  atOnce?: number;
  /** How long a fast scroll has to rest before its pages are asked for, and a failed page before it is asked again. */
  rest?: number;
  retry?: number;
  /** How long pages may disagree about what there is before those read earlier are read again, once more. */
  agree?: number;
  /** Whether a page that failed like this may come by itself; else it is asked for again when somebody says so. */
  mayCome?: (error: unknown) => boolean;
}

interface Page<Row> {
  rows: Row[];
  stale: boolean;
}

/**
 * Rows of a very long list by their place in it. Pages are asked for as they come into sight, the next one ahead of
 * them, those that passed by are given up, and what was read stays. Rows are one object for as long as they say the same.
 */
export class RowCache<Row extends { productId: string }, Facets> {
  readonly pageSize: number;
  total: number | undefined;
  facets: Facets | undefined;
  error: unknown = null;
  version = 0;
  #read: ReadRows<Row, Facets>;
  readonly #options: Required<RowCacheOptions>;
  readonly #pages = new Map<number, Page<Row>>();
  readonly #reading = new Map<number, { controller: AbortController; since: number }>();
  /** Pages that will not come by themselves. */
  readonly #refused = new Set<number>();
  readonly #listeners = new Set<() => void>();
  /** Changes written down since a page on its way was asked for: its answer may not know them. */
  #written: { at: number; change: (row: Row) => Row }[] = [];
  #clock = 0;
  #wanted: number[] = [];
  #needed = new Map<number, (() => void)[]>();
  /** Pages somebody waits for together: none of them goes before the last has come. */
  #held: { from: number; to: number }[] = [];
  #firstSeen = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #retrying: ReturnType<typeof setTimeout> | undefined;
  #freshening: AbortController | undefined;
  /** When pages last disagreed about what there is. */
  #outdated = -Infinity;

  constructor(read: ReadRows<Row, Facets>, options: RowCacheOptions = {}) {
    this.#read = read;
    this.#options = {
      pageSize: 100,
      keep: 120,
      atOnce: 2,
      rest: 60,
      retry: 3000,
      agree: 5000,
      mayCome: () => true,
      ...options,
    };
    this.pageSize = this.#options.pageSize;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): number => this.version;

  get busy(): boolean {
    return this.#reading.size > 0;
  }

  /** Whether some rows come only when they are asked for again. */
  get refused(): boolean {
    return this.#refused.size > 0;
  }

  /** From now on rows are read like this. */
  readBy(read: ReadRows<Row, Facets>): void {
    this.#read = read;
  }

  /** The row at a place, when it was read. */
  row(index: number): Row | undefined {
    return this.#pages.get(this.#pageOf(index))?.rows[index % this.pageSize];
  }

  /** Where a product stands among what was read; −1 when it was not. */
  indexOf(productId: string): number {
    for (const [page, { rows }] of this.#pages) {
      const at = rows.findIndex((row) => row.productId === productId);
      if (at >= 0) return page * this.pageSize + at;
    }
    return -1;
  }

  /** These rows are in sight: they are read, and those that will be next. */
  see(first: number, last: number): void {
    this.seeAll(Array.from({ length: Math.max(0, last - first) + 1 }, (_, index) => first + index));
  }

  /** The same of rows that need not follow one another; they are in order. */
  seeAll(rows: readonly number[]): void {
    const pages = [...new Set(rows.map(this.#pageOf))];
    const [first = 0] = rows;
    const onwards = first >= this.#firstSeen;
    this.#firstSeen = first;
    const ahead = onwards ? (pages.at(-1) ?? 0) + 1 : (pages[0] ?? 0) - 1;
    this.#wanted = [...new Set([...pages, ahead])].filter((page) => this.#exists(page));
    this.#touch(pages);
    let gaveUp = false;
    for (const [page, { controller }] of this.#reading) {
      if (this.#wanted.includes(page) || this.#needed.has(page)) continue;
      controller.abort();
      this.#reading.delete(page);
      gaveUp = true;
    }
    clearTimeout(this.#resting);
    if (gaveUp || this.#resting) {
      this.#resting = setTimeout(() => {
        this.#resting = undefined;
        this.#pump();
      }, this.#options.rest);
    } else this.#pump();
  }

  /** All of these rows, read if they were not; waits for as long as one cannot be, until somebody asks again. */
  async ensure(first: number, last: number): Promise<Row[]> {
    const missing: Promise<void>[] = [];
    const [from, to] = [this.#pageOf(first), this.#pageOf(last)];
    this.#held.push({ from, to });
    for (let page = from; page <= to; page += 1) {
      if (this.#pages.has(page) || !this.#exists(page)) continue;
      missing.push(new Promise((done) => this.#needed.set(page, [...(this.#needed.get(page) ?? []), done])));
    }
    this.#pump();
    await Promise.all(missing);
    this.#held = this.#held.filter((each) => each.from !== from || each.to !== to);
    const rows: Row[] = [];
    for (let index = first; index <= last; index += 1) {
      const row = this.row(index);
      if (row) rows.push(row);
    }
    return rows;
  }

  /** Whatever was read may say something else by now: what is in sight is read again, the rest when it is seen. */
  refresh(): void {
    for (const page of this.#pages.values()) page.stale = true;
    this.#freshening?.abort();
    for (const { controller } of this.#reading.values()) controller.abort();
    this.#reading.clear();
    this.retry();
  }

  /** Asks again for what did not come. */
  retry(): void {
    const { refused } = this;
    this.#refused.clear();
    this.#pump();
    if (refused) this.#tell();
  }

  /**
   * Reads what is in sight once more and writes into its rows what `take` makes of each and of what it says now. No row
   * comes or goes; what cannot be read stays as it is.
   */
  freshen(take: (row: Row, now: Row) => Row): void {
    this.#freshening?.abort();
    const { signal } = (this.#freshening = new AbortController());
    // A page on its way may not know yet what this is about; what is written down here is written into it, too.
    for (const page of this.#wanted.filter((each) => this.#pages.has(each))) {
      void this.#read(page + 1, signal).then(
        ({ rows }) => {
          if (signal.aborted) return;
          const later = new Map(rows.map((row) => [row.productId, row]));
          this.write((row) => {
            const now = later.get(row.productId);
            return now ? take(row, now) : row;
          });
        },
        () => undefined,
      );
    }
  }

  /** Writes down what the server has been told, so that rows need not be read again to say so. */
  write(change: (row: Row) => Row): void {
    this.#clock += 1;
    for (const page of this.#pages.values()) page.rows = page.rows.map(change);
    if (this.#reading.size > 0) this.#written.push({ at: this.#clock, change });
    this.#tell();
  }

  /** Asks nothing more. */
  close(): void {
    clearTimeout(this.#resting);
    clearTimeout(this.#retrying);
    this.#freshening?.abort();
    for (const { controller } of this.#reading.values()) controller.abort();
    this.#reading.clear();
    this.#wanted = [];
    this.#needed.clear();
  }

  #pageOf = (index: number): number => Math.max(0, Math.floor(index / this.pageSize));

  #exists = (page: number): boolean =>
    page >= 0 && (page === 0 || this.total === undefined || page * this.pageSize < this.total);

  #pump(): void {
    const wanted = [...this.#wanted, ...this.#needed.keys()];
    for (const page of new Set(wanted)) {
      if (this.#reading.size >= this.#options.atOnce) return;
      const known = this.#pages.get(page);
      if (this.#reading.has(page) || this.#refused.has(page)) continue;
      if ((known && !known.stale) || !this.#exists(page)) continue;
      void this.#fetch(page);
    }
  }

  async #fetch(page: number): Promise<void> {
    const controller = new AbortController();
    this.#reading.set(page, { controller, since: this.#clock });
    try {
      const answer = await this.#read(page + 1, controller.signal);
      if (controller.signal.aborted) return;
      const since = this.#reading.get(page)?.since ?? 0;
      this.#reading.delete(page);
      this.#take(page, answer, since);
    } catch (error) {
      if (controller.signal.aborted) return;
      this.#reading.delete(page);
      this.error = error;
      if (this.#options.mayCome(error)) {
        clearTimeout(this.#retrying);
        this.#retrying = setTimeout(() => this.#pump(), this.#options.retry);
        this.#tell();
        return;
      }
      this.#refused.add(page);
    }
    this.#pump();
    this.#tell();
  }

  #take(page: number, { rows, total, facets }: RowPage<Row, Facets>, since: number): void {
    if (!this.refused) this.error = null;
    this.#outdate(total, facets);
    this.total = total;
    this.facets = this.facets && same(this.facets, facets) ? this.facets : facets;
    const later = this.#written.filter(({ at }) => at > since);
    const told = rows.map((row) => later.reduce((now, { change }) => change(now), row));
    const before = this.#pages.get(page)?.rows ?? [];
    const kept = told.map((row, index) => {
      const old = before[index];
      return old && same(old, row) ? old : row;
    });
    this.#pages.delete(page);
    this.#pages.set(page, { rows: kept, stale: false });
    for (const done of this.#needed.get(page) ?? []) done();
    this.#needed.delete(page);
    if (this.#reading.size === 0) this.#written = [];
    for (const [oldest] of this.#pages) {
      if (this.#pages.size <= this.#options.keep) break;
      const held = this.#held.some(({ from, to }) => from <= oldest && oldest <= to);
      if (!held && !this.#wanted.includes(oldest)) this.#pages.delete(oldest);
    }
  }

  /** Where rows came or went, those that were read before stand elsewhere by now; pages that disagree ask in peace. */
  #outdate(total: number, facets: Facets | undefined): void {
    if (this.total === undefined || (this.total === total && same(this.facets, facets))) return;
    const now = performance.now();
    if (now - this.#outdated < this.#options.agree) return;
    this.#outdated = now;
    for (const page of this.#pages.values()) page.stale = true;
  }

  /** Pages in sight are the last to go. */
  #touch(pages: readonly number[]): void {
    for (const page of pages) {
      const known = this.#pages.get(page);
      if (!known) continue;
      this.#pages.delete(page);
      this.#pages.set(page, known);
    }
  }

  #tell(): void {
    this.version += 1;
    for (const listener of this.#listeners) listener();
  }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
