import { currentContext } from './request-context.js';

interface Kept<T> {
  readonly since: number;
  readonly value: Promise<T>;
  renewing?: boolean;
}

/**
 * Remembers answers per tenant for a short while, and no more than `most` of them. Many who ask for the same at once
 * wait for one answer; a failed one is not remembered. With `renewAfterMs` an answer of that age is asked for anew
 * while the old one still serves, so that nobody waits as long as somebody keeps asking.
 */
export class ShortMemory<T> {
  private readonly kept = new Map<string, Kept<T>>();

  constructor(
    private readonly keptForMs: number,
    private readonly most: number,
    private readonly renewAfterMs = keptForMs,
  ) {}

  get(key: string, load: () => Promise<T>): Promise<T> {
    const place = `${tenantNow()}|${key}`;
    const found = this.kept.get(place);
    const age = found ? Date.now() - found.since : Infinity;
    if (!found || age >= this.keptForMs) return this.keep(place, load());
    if (age >= this.renewAfterMs && !found.renewing) {
      found.renewing = true;
      const renewed = load();
      renewed.then(
        () => {
          if (this.kept.get(place) === found) void this.keep(place, renewed);
        },
        () => (found.renewing = false),
      );
    }
    return found.value;
  }

  private keep(place: string, value: Promise<T>): Promise<T> {
    this.kept.delete(place);
    this.kept.set(place, { since: Date.now(), value });
    value.catch(() => {
      if (this.kept.get(place)?.value === value) this.kept.delete(place);
    });
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
    return value;
  }

  /** Drops what is remembered of the current tenant. */
  forget(): void {
    const mine = `${tenantNow()}|`;
    for (const place of this.kept.keys()) if (place.startsWith(mine)) this.kept.delete(place);
  }
}

function tenantNow(): string {
  const tenantId = currentContext()?.tenantId;
  if (!tenantId) throw new Error('there is no tenant here');
  return tenantId;
}
