import { Injectable } from '@nestjs/common';

/**
 * Lets a few placements through at a time, in the order they came. The others wait in memory: buyers who want the same
 * goods wait for one another anyway, and would hold every database connection meanwhile.
 */
@Injectable()
export class Turnstile {
  private static readonly places = 4;
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= Turnstile.places) await new Promise<void>((enter) => this.waiting.push(enter));
    else this.inside += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.inside -= 1;
    }
  }
}
