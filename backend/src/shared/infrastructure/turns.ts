import { AsyncLocalStorage } from 'node:async_hooks';

/** One piece of work per name at a time, in the order of asking; work that asks for its own name again goes on. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();
  private readonly mine = new AsyncLocalStorage<ReadonlySet<string>>();

  async of<T>(name: string, work: () => Promise<T>): Promise<T> {
    const held = this.mine.getStore() ?? new Set<string>();
    if (held.has(name)) return work();
    const before = this.last.get(name);
    const turn = (async () => {
      await before;
      return this.mine.run(new Set([...held, name]), work);
    })();
    const over = turn.then(
      () => {},
      () => {},
    );
    this.last.set(name, over);
    void over.then(() => {
      if (this.last.get(name) === over) this.last.delete(name);
    });
    return turn;
  }
}
