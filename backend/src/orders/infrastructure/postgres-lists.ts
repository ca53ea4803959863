import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { Quantity } from '../../shared/quantity.js';
import { err, ok, type Result } from '../../shared/result.js';
import { type ListRefused, Lists, type ListStale } from '../application/ports.js';
import { type ListLine, SavedList } from '../domain/saved-list.js';

interface Row {
  id: string;
  name: string;
  version: number;
  created_by: string;
  created_by_name: string;
  created_at: Date;
  updated_by: string;
  updated_by_name: string;
  updated_at: Date;
  line_id: string | null;
  product_id: string;
  unit: string;
  quantity: string;
  note: string | null;
}

/** Keeps saved lists in PostgreSQL: read by one statement, changed by one that a newer version stops. New lines go to the end. */
@Injectable()
export class PostgresLists extends Lists {
  constructor(private readonly database: Database) {
    super();
  }

  async find(id: string, companyId: string): Promise<SavedList | null> {
    const rows = await this.database.sql<Row>`
      select s.id, s.name, s.version, s.created_by, s.created_by_name, s.created_at,
             s.updated_by, s.updated_by_name, s.updated_at,
             l.id as line_id, l.product_id, l.unit, l.quantity, l.note
      from orders.saved_list s left join orders.saved_list_line l on l.tenant_id = s.tenant_id and l.list_id = s.id
      where s.id = ${id} and s.company_id = ${companyId}
      order by l.position, l.id`;
    const [list] = rows;
    if (!list) return null;
    return SavedList.restore({
      id,
      companyId,
      name: list.name,
      version: list.version,
      created: { by: { id: list.created_by, name: list.created_by_name }, at: list.created_at },
      updated: { by: { id: list.updated_by, name: list.updated_by_name }, at: list.updated_at },
      lines: rows.flatMap(lineOf),
    });
  }

  async save(list: SavedList): Promise<Result<SavedList, ListStale | ListRefused>> {
    const taken = { code: 'list.name_taken', name: list.name } as const;
    if (list.version === 0) {
      const begun = await this.begin(list);
      return begun === 'kept' ? ok(list.kept()) : err(begun === 'taken' ? taken : tooMany);
    }
    try {
      return (await this.overwrite(list)) ? ok(list.kept()) : err(await this.stale(list));
    } catch (error) {
      if ((error as { constraint?: string }).constraint === 'saved_list_name_key') return err(taken);
      throw error;
    }
  }

  async remove(list: SavedList): Promise<Result<void, ListStale>> {
    const rows = await this.database.sql`
      delete from orders.saved_list where id = ${list.id} and version = ${list.version} returning id`;
    return rows.length > 0 ? ok(undefined) : err(await this.stale(list));
  }

  /** One after the other for each company, so that it never has more lists than it may. */
  private begin(list: SavedList): Promise<'kept' | 'taken' | 'too_many'> {
    const { companyId } = list;
    return this.database.transaction(async () => {
      await this.database.sql`
        select pg_advisory_xact_lock(hashtextextended('orders.saved_list ' || ${companyId}::text, 0))`;
      const [held] = await this.database.sql<{ count: number }>`
        select count(*)::int as count from orders.saved_list where company_id = ${companyId}`;
      if ((held?.count ?? 0) >= SavedList.maxPerCompany) return 'too_many';
      return (await this.insert(list)) ? 'kept' : 'taken';
    });
  }

  private async insert({ id, companyId, name, lines, created, updated }: SavedList): Promise<boolean> {
    const line = columnsOf(lines);
    const rows = await this.database.sql`
      with kept as (
        insert into orders.saved_list (id, company_id, name, version, created_by, created_by_name, created_at,
                                       updated_by, updated_by_name, updated_at)
        values (${id}, ${companyId}, ${name}, 1, ${created.by.id}, ${created.by.name}, ${created.at},
                ${updated.by.id}, ${updated.by.name}, ${updated.at})
        on conflict do nothing returning id
      ), put as (
        insert into orders.saved_list_line (id, list_id, position, product_id, unit, quantity, note)
        select l.id, kept.id, l.position, l.product_id, l.unit, l.quantity, l.note
        from kept, unnest(${line.ids}::uuid[], ${line.productIds}::uuid[], ${line.units}::text[],
                          ${line.quantities}::numeric[], ${line.notes}::text[])
             with ordinality as l (id, product_id, unit, quantity, note, position)
      )
      select id from kept`;
    return rows.length > 0;
  }

  private async overwrite(list: SavedList): Promise<boolean> {
    const { id, version, name, updated } = list;
    const { changed, gone } = difference(list);
    const line = columnsOf(changed);
    const rows = await this.database.sql`
      with kept as (
        update orders.saved_list
        set version = version + 1, name = ${name}, updated_by = ${updated.by.id},
            updated_by_name = ${updated.by.name}, updated_at = ${updated.at}
        where id = ${id} and version = ${version} returning id
      ), gone as (
        delete from orders.saved_list_line l using kept where l.list_id = kept.id and l.id = any(${gone}::uuid[])
      ), put as (
        insert into orders.saved_list_line (id, list_id, position, product_id, unit, quantity, note)
        select l.id, kept.id, l.position + last.position, l.product_id, l.unit, l.quantity, l.note
        from kept,
             (select coalesce(max(position), 0) as position from orders.saved_list_line where list_id = ${id}) as last,
             unnest(${line.ids}::uuid[], ${line.productIds}::uuid[], ${line.units}::text[],
                    ${line.quantities}::numeric[], ${line.notes}::text[])
             with ordinality as l (id, product_id, unit, quantity, note, position)
        on conflict (tenant_id, id) do update
        set unit = excluded.unit, quantity = excluded.quantity, note = excluded.note
      )
      select id from kept`;
    return rows.length > 0;
  }

  /** What is kept now; zero when the list is gone. */
  private async stale({ id }: SavedList): Promise<ListStale> {
    const [current] = await this.database.sql<{ version: number }>`
      select version from orders.saved_list where id = ${id}`;
    return { code: 'list.stale', version: current?.version ?? 0 };
  }
}

const tooMany = { code: 'list.too_many', limit: SavedList.maxPerCompany } as const;

/** Lines are immutable, so one that is not the very object that was read is new or changed. */
function difference({ lines, storedLines }: SavedList): { changed: ListLine[]; gone: string[] } {
  const [before, ids] = [new Set(storedLines), new Set(lines.map(({ id }) => id))];
  return {
    changed: lines.filter((line) => !before.has(line)),
    gone: storedLines.flatMap(({ id }) => (ids.has(id) ? [] : [id])),
  };
}

const columnsOf = (lines: readonly ListLine[]) => ({
  ids: lines.map(({ id }) => id),
  productIds: lines.map(({ productId }) => productId),
  units: lines.map(({ unit }) => unit),
  quantities: lines.map(({ quantity }) => quantity.toString()),
  notes: lines.map(({ note }) => note),
});

const lineOf = ({ line_id: id, product_id: productId, unit, quantity, note }: Row): ListLine[] =>
  id === null ? [] : [{ id, productId, unit, quantity: Quantity.stored(quantity), note }];
