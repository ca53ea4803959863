import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { type InvitationPurpose, Invitations } from '../application/ports.js';

/** One link per person is good at a time. */
@Injectable()
export class SqlInvitations extends Invitations {
  constructor(private readonly database: Database) {
    super();
  }

  async issue(invitation: {
    memberId: string;
    tokenHash: string;
    purpose: InvitationPurpose;
    expiresAt: Date;
  }): Promise<void> {
    const { memberId, tokenHash, purpose, expiresAt } = invitation;
    await this.database.sql`delete from identity.invitation where member_id = ${memberId}`;
    await this.database.sql`
      insert into identity.invitation (token_hash, member_id, purpose, expires_at)
      values (${tokenHash}, ${memberId}, ${purpose}, ${expiresAt})`;
  }

  async find(tokenHash: string, at: Date): Promise<{ memberId: string; purpose: InvitationPurpose } | null> {
    const [row] = await this.database.sql<{ memberId: string; purpose: InvitationPurpose }>`
      select member_id as "memberId", purpose from identity.invitation
      where token_hash = ${tokenHash} and accepted_at is null and expires_at > ${at} for update`;
    return row ?? null;
  }

  async accept(tokenHash: string, at: Date): Promise<void> {
    await this.database.sql`update identity.invitation set accepted_at = ${at} where token_hash = ${tokenHash}`;
  }
}
