import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { TierCodes } from '../../shared/tier-codes.js';

/** Knows the tenant's buyer tiers; codes in lower case. */
@Injectable()
export class SqlTierCodes extends TierCodes {
  constructor(private readonly database: Database) {
    super();
  }

  async idsByCode(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.sql<{ code: string; id: string }>`
      select lower(code) as code, id from pricing.buyer_tier order by code`;
    return new Map(rows.map(({ code, id }) => [code, id]));
  }

  async exists(id: string): Promise<boolean> {
    return (await this.database.sql`select from pricing.buyer_tier where id = ${id}`).length > 0;
  }
}
