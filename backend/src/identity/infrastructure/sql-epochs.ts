import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { Epochs } from '../application/ports.js';

const keptForMs = 30_000;

/** Asks the database at most every 30 seconds per member; this process's own changes count at once. */
@Injectable()
export class SqlEpochs extends Epochs {
  private readonly known = new Map<string, { until: number; epoch: number | null }>();

  private changes = 0;

  constructor(private readonly database: Database) {
    super();
  }

  async of(memberId: string): Promise<number | null> {
    const kept = this.known.get(memberId);
    if (kept && kept.until > Date.now()) return kept.epoch;
    const { changes } = this;
    const [row] = await this.database.sql<{ epoch: number }>`
      select epoch from identity.member where id = ${memberId} and status = 'active'`;
    const epoch = row?.epoch ?? null;
    // An answer that a change overtook on its way is not worth keeping.
    if (changes !== this.changes) return epoch;
    if (this.known.size > 50_000) this.known.clear();
    this.known.set(memberId, { until: Date.now() + keptForMs, epoch });
    return epoch;
  }

  forget(memberIds: readonly string[]): void {
    this.changes += 1;
    for (const id of memberIds) this.known.delete(id);
  }
}
