import type { FileClock } from '../../shared/infrastructure/import-cells.js';
import type { LocalTimes } from '../application/revision-ports.js';

const mostKept = 10_000;

/**
 * How the files of one store say when something holds: a day is its first instant by the store's clock, and such an instant
 * is written as the day, any other in UTC. What is written is read as the same instant, until the law of the zone changes.
 */
export class FileDates implements FileClock {
  // Files say few days, in very many rows.
  private readonly starts = new Map<string, Date>();
  private readonly texts = new Map<number, string>();

  constructor(
    private readonly times: LocalTimes,
    private readonly timeZone: string,
  ) {}

  startOf(day: string): Date {
    return keptIn(this.starts, day, () => this.times.startOf(day, this.timeZone));
  }

  instantOf(local: string): Date | null {
    const instant = this.times.instantOf(local, this.timeZone);
    return instant.ok ? instant.value : null;
  }

  written(instant: Date): string {
    return keptIn(this.texts, instant.getTime(), () => {
      const day = this.times.dayBeginningAt(instant, this.timeZone);
      return day && /^\d{4}-/.test(day) ? day : instant.toISOString();
    });
  }
}

function keptIn<K, V>(kept: Map<K, V>, key: K, find: () => V): V {
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const found = find();
  kept.set(key, found);
  return found;
}
