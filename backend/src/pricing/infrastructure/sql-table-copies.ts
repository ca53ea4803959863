import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { TableCopies } from '../application/book-ports.js';
import type { Person } from '../domain/revision.js';

/** One statement, however much the table says. */
@Injectable()
export class SqlTableCopies extends TableCopies {
  constructor(private readonly database: Database) {
    super();
  }

  async fill(revisionId: string, tableId: string, now: Date, by: Person): Promise<number> {
    const [filled] = await this.database.sql<{ count: number }>`
      with filled as (
        insert into pricing.revision_change
          (revision_id, product_id, unit, min_quantity, valid_from, valid_to, action, unit_price, edited_by, edited_by_name)
        select ${revisionId}, product_id, unit, min_quantity, valid_from, valid_to, 'set', unit_price, ${by.id}, ${by.name}
        from pricing.price_entry
        where table_id = ${tableId} and live_to > ${now} and live_from <= ${now} and valid_to > ${now}
        returning 1)
      select count(*)::int as count from filled`;
    return filled?.count ?? 0;
  }
}
