import pg from 'pg';
import { asOwner } from '../../support/shop.js';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Everything a tenant's rows say, by table; two of the same tenant are equal when nothing of it changed. */
export type Rows = Readonly<Record<string, readonly string[]>>;

/** All rows of a tenant in all five schemas, past row-level security. */
export const rowsOf = (tenantId: string): Promise<Rows> =>
  asOwner(async (owner) => {
    const tables = await tenantTables(owner);
    const rows: Record<string, string[]> = {};
    for (const [table, column] of tables) {
      const { rows: found } = await owner.query<{ row: string }>(
        `select t::text as row from ${table} t where ${column} = $1 order by 1`,
        [tenantId],
      );
      rows[table] = found.map(({ row }) => row);
    }
    return rows;
  });

/** How many rows a connection of the application sees in each table, as a tenant or as nobody; tables without are left out. */
export async function seenBy(tenantId: string | null): Promise<Record<string, number>> {
  const tables = await asOwner(tenantTables);
  const app = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await app.connect();
  try {
    if (tenantId !== null) await app.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
    const seen: Record<string, number> = {};
    for (const [table] of tables) {
      const { rows } = await app.query<{ count: number }>(`select count(*)::int as count from ${table}`);
      if (rows[0] && rows[0].count > 0) seen[table] = rows[0].count;
    }
    return seen;
  } finally {
    await app.end();
  }
}

/** The tables whose rows are not what they were. */
export const changedTables = (before: Rows, after: Rows): string[] =>
  Object.keys(before).filter((table) => JSON.stringify(before[table]) !== JSON.stringify(after[table]));

const tenantTables = async (owner: pg.Client): Promise<[table: string, column: string][]> => {
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select c.oid::regclass::text as table, a.attname as column
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     left join pg_attribute a on a.attrelid = c.oid
       and a.attname = case when c.oid = 'identity.tenant'::regclass then 'id' else 'tenant_id' end
     where n.nspname in ('catalog', 'identity', 'orders', 'platform', 'pricing') and c.relkind = 'r' order by 1`,
  );
  return rows.map(({ table, column }) => [table, column]);
};

/** What no other tenant may ever be told. */
export class Secrets {
  private constructor(private readonly all: readonly string[]) {}

  /** Every id in the tenant's rows that is in none of `shared`, its slug, and the mark that all its names hold. */
  static of(rows: Rows, shared: Rows, words: readonly string[]): Secrets {
    const idsIn = (some: Rows) =>
      new Set(
        Object.values(some)
          .flat()
          .flatMap((row) => row.match(uuid) ?? []),
      );
    const common = idsIn(shared);
    return new Secrets([
      ...[...idsIn(rows)].filter((id) => !common.has(id)),
      ...words.map((word) => word.toLowerCase()),
    ]);
  }

  get size(): number {
    return this.all.length;
  }

  /** Which of them a text tells, what the asker had said themselves set aside. */
  toldBy(text: string, said: readonly string[]): string[] {
    const heard = said
      .filter((word) => word.length > 3)
      .sort((a, b) => b.length - a.length)
      .reduce((left, word) => left.replaceAll(word.toLowerCase(), '…'), text.toLowerCase());
    const ids = new Set(heard.match(uuid) ?? []);
    return this.all.filter((secret) => ids.has(secret) || (!isUuid(secret) && heard.includes(secret)));
  }
}

const isUuid = (text: string): boolean => text.length === 36 && text.search(uuid) === 0;
