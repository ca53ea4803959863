import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { Revisions } from '../application/revision-ports.js';
import { type Person, Revision, type RevisionNews, type RevisionState } from '../domain/revision.js';

interface Row extends Omit<RevisionState, 'author' | 'submittedBy' | 'decidedBy' | 'override'> {
  authorId: string | null;
  authorName: string | null;
  submittedById: string | null;
  submittedByName: string | null;
  decidedById: string | null;
  decidedByName: string | null;
  overrideReason: string | null;
  overrideById: string | null;
  overrideByName: string | null;
}

/** Rows to aggregates and back; whoever finds a revision holds it. */
@Injectable()
export class SqlRevisions extends Revisions {
  /** A revision that is kept twice tells its news once. */
  private readonly told = new WeakSet<RevisionNews>();

  constructor(private readonly database: Database) {
    super();
  }

  async nextNumber(tableId: string): Promise<number | null> {
    const [row] = await this.database.sql<{ number: number }>`
      update pricing.price_table set last_revision = last_revision + 1
      where id = ${tableId} and archived_at is null returning last_revision as number`;
    return row?.number ?? null;
  }

  async add(revision: Revision): Promise<void> {
    const { state } = revision;
    const { id, tableId, number, name, source, status, author, createdAt, restores, changeCount } = state;
    await this.database.sql`
      insert into pricing.revision
        (id, table_id, number, name, source, status, author_id, author_name, created_at, restores, change_count)
      values (${id}, ${tableId}, ${number}, ${name}, ${source}, ${status}, ${author?.id ?? null}, ${author?.name ?? null},
              ${createdAt}, ${restores}, ${changeCount})`;
    await this.tell(revision);
  }

  async find(tableId: string, id: string): Promise<Revision | null> {
    const [row] = await this.database.sql<Row>`
      select id, table_id as "tableId", number, name, source, status, author_id as "authorId",
             author_name as "authorName", created_at as "createdAt", submitted_by as "submittedById",
             submitted_by_name as "submittedByName", submitted_at as "submittedAt", decided_by as "decidedById",
             decided_by_name as "decidedByName", decided_at as "decidedAt", decision_note as "decisionNote",
             goes_live_at as "goesLiveAt", live_at as "liveAt", restores,
             override_reason as "overrideReason", override_by as "overrideById", override_by_name as "overrideByName",
             change_count as "changeCount", version
      from pricing.revision where id = ${id} and table_id = ${tableId} for update`;
    if (!row) return null;
    const { authorId, authorName, submittedById, submittedByName, decidedById, decidedByName, ...more } = row;
    const { overrideReason, overrideById, overrideByName, ...state } = more;
    const overriddenBy = person(overrideById, overrideByName);
    return Revision.restore({
      ...state,
      author: person(authorId, authorName),
      submittedBy: person(submittedById, submittedByName),
      decidedBy: person(decidedById, decidedByName),
      override: overriddenBy && overrideReason !== null ? { reason: overrideReason, by: overriddenBy } : null,
    });
  }

  async save(revision: Revision): Promise<void> {
    const { state } = revision;
    const { id, name, status, submittedBy, submittedAt, decidedBy, decidedAt, decisionNote, override } = state;
    const saved = await this.database.sql<{ id: string }>`
      update pricing.revision
      set name = ${name}, source = ${state.source}, status = ${status}, submitted_by = ${submittedBy?.id ?? null},
          submitted_by_name = ${submittedBy?.name ?? null}, submitted_at = ${submittedAt},
          decided_by = ${decidedBy?.id ?? null}, decided_by_name = ${decidedBy?.name ?? null},
          decided_at = ${decidedAt}, decision_note = ${decisionNote}, goes_live_at = ${state.goesLiveAt},
          override_reason = ${override?.reason ?? null}, override_by = ${override?.by.id ?? null},
          override_by_name = ${override?.by.name ?? null},
          change_count = ${state.changeCount}, version = version + 1
      where id = ${id} and version = ${state.version} returning id`;
    if (saved.length === 0) throw new StaleWrite('revision');
    await this.tell(revision);
  }

  async tell({ state: { id }, news: all }: Revision): Promise<void> {
    const news = all.filter((each) => !this.told.has(each));
    if (news.length === 0) return;
    news.forEach((each) => this.told.add(each));
    // Numbered by the database, so that what is told together stays in its order.
    await this.database.sql`
      insert into pricing.revision_event (revision_id, kind, by_id, by_name, note)
      select ${id}, n.kind, n.by_id, n.by_name, n.note
      from unnest(${news.map(({ kind }) => kind)}::text[], ${news.map(({ by }) => by?.id ?? null)}::uuid[],
                  ${news.map(({ by }) => by?.name ?? null)}::text[], ${news.map(({ note }) => note)}::text[])
        with ordinality as n(kind, by_id, by_name, note, place)
      order by n.place`;
  }
}

const person = (id: string | null, name: string | null): Person | null => (id ? { id, name: name ?? '' } : null);
