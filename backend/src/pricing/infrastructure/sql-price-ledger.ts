import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { Turns } from '../../shared/infrastructure/turns.js';
import {
  type PriceConflict,
  PriceLedger,
  type PublishedCounts,
  type TakenInstant,
} from '../application/revision-ports.js';
import type { Revision } from '../domain/revision.js';
import { SetWisePublication } from './set-wise-publication.js';

const beforeAll = '00000000-0000-0000-0000-000000000000';

/** Publishes in the ambient transaction. */
@Injectable()
export class SqlPriceLedger extends PriceLedger {
  private readonly publication: SetWisePublication;
  private readonly turns = new Turns();

  constructor(private readonly database: Database) {
    super();
    this.publication = new SetWisePublication((text, values) => database.query(text, values));
  }

  inTurn<T>(tableId: string, work: () => Promise<T>): Promise<T> {
    return this.turns.of(tableId, work);
  }

  hold(tableId: string): Promise<void> {
    return this.publication.hold(tableId);
  }

  takeInstant({ state }: Revision, now: Date): Promise<TakenInstant> {
    return this.publication.takeInstant(state.id, state.tableId, now, state.goesLiveAt);
  }

  conflicts(
    { state }: Revision,
    present: Date | string,
    limit: number,
  ): Promise<{ total: number; lines: PriceConflict[] }> {
    return this.publication.conflicts(state.id, state.tableId, present, limit);
  }

  publish({ state }: Revision, instant: TakenInstant): Promise<PublishedCounts> {
    return this.publication.publish(state.id, state.tableId, instant);
  }

  takeBack({ state }: Revision): Promise<void> {
    return this.publication.takeBack(state.id, state.tableId);
  }

  async productCount(revisionId: string): Promise<number> {
    const [row] = await this.database.sql<{ n: number }>`
      select count(distinct product_id)::int as n from pricing.revision_change where revision_id = ${revisionId}`;
    return row?.n ?? 0;
  }

  async productIds(revisionId: string, after: string | null, limit: number): Promise<readonly string[]> {
    const rows = await this.database.sql<{ id: string }>`
      select distinct product_id as id from pricing.revision_change
      where revision_id = ${revisionId} and product_id > ${after ?? beforeAll}::uuid
      order by product_id limit ${limit}`;
    return rows.map(({ id }) => id);
  }
}
