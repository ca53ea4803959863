import { currentContext } from '../../shared/request-context.js';

interface Kept<T> {
  readonly until: number;
  readonly value: Promise<T>;
}

/**
 * Remembers answers per tenant for a short while, and no more than `most` of them. Many who ask for the same at once
 * wait for one answer; a failed one is not remembered.
 */
export class ShortMemory<T> {
  private readonly kept = new Map<string, Kept<T>>();

  constructor(
    private readonly keptForMs: number,
    private readonly most: number,
  ) {}

  get(key: string, load: () => Promise<T>): Promise<T> {
    const place = `${tenantNow()}|${key}`;
    const found = this.kept.get(place);
    if (found && found.until > Date.now()) return found.value;
    const value = load();
    this.kept.delete(place);
    this.kept.set(place, { until: Date.now() + this.keptForMs, value });
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
