import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { Sessions } from '../application/ports.js';
import type { PresentedToken } from '../domain/refresh.js';

/** Keeps each session with the hashes of all tokens it ever had; opening one clears what the person left to expire. */
@Injectable()
export class SqlSessions extends Sessions {
  constructor(private readonly database: Database) {
    super();
  }

  async open(session: { id: string; memberId: string; at: Date; expiresAt: Date; tokenHash: string }): Promise<void> {
    const { id, memberId, at, expiresAt, tokenHash } = session;
    await this.database.transaction(async () => {
      await this.database.sql`
        delete from identity.session where member_id = ${memberId} and expires_at < ${at}`;
      await this.database.sql`
        insert into identity.session (id, member_id, created_at, expires_at)
        values (${id}, ${memberId}, ${at}, ${expiresAt})`;
      await this.database.sql`
        insert into identity.refresh_token (hash, session_id, issued_at) values (${tokenHash}, ${id}, ${at})`;
    });
  }

  async present(tokenHash: string): Promise<PresentedToken | null> {
    const [session] = await this.database.sql<{ id: string }>`
      select s.id from identity.session s
      where s.id = (select session_id from identity.refresh_token where hash = ${tokenHash}) for update`;
    if (!session) return null;
    // Read after the lock: what another presentation wrote while this one waited is seen.
    const [token] = await this.database.sql<PresentedToken>`
      select s.id as "sessionId", s.member_id as "memberId", s.expires_at as "sessionExpiresAt",
             s.ended_at as "sessionEndedAt", t.used_at as "usedAt",
             (select max(used_at) from identity.refresh_token where session_id = s.id) as "lastExchangeAt"
      from identity.refresh_token t join identity.session s on s.id = t.session_id where t.hash = ${tokenHash}`;
    return token ?? null;
  }

  async exchange(tokenHash: string, next: { sessionId: string; tokenHash: string }, at: Date): Promise<void> {
    await this.database.sql`update identity.refresh_token set used_at = ${at} where hash = ${tokenHash}`;
    await this.database.sql`
      insert into identity.refresh_token (hash, session_id, issued_at) values (${next.tokenHash}, ${next.sessionId}, ${at})`;
  }

  async end(sessionId: string, reason: string, at: Date): Promise<void> {
    await this.database.sql`
      update identity.session set ended_at = ${at}, ended_reason = ${reason}
      where id = ${sessionId} and ended_at is null`;
  }

  async endAllOf(memberIds: readonly string[], reason: string, at: Date): Promise<void> {
    await this.database.sql`
      update identity.session set ended_at = ${at}, ended_reason = ${reason}
      where member_id = any(${memberIds}::uuid[]) and ended_at is null`;
  }
}
