import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import type { Side } from '../../shared/permissions.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { judge } from '../domain/refresh.js';
import { Accounts, Secrets, Sessions } from './ports.js';
import { mayEnter, type SignedIn, Welcome } from './welcome.js';

export interface RefreshError {
  readonly code: 'auth.session_ended';
}

/** Exchanges a refresh token for the next one and an access token; a token that comes back later ends its session. */
@Injectable()
export class RefreshSignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly secrets: Secrets,
    private readonly sessions: Sessions,
    private readonly welcome: Welcome,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The end of a session must be kept, so it leaves the transaction as a value and becomes a refusal outside. */
  async execute(refreshToken: string, side?: Side): Promise<Result<SignedIn, RefreshError>> {
    const outcome = await this.unitOfWork.run(async () => ok(await this.exchange(refreshToken, side)));
    return outcome.ok && outcome.value ? ok(outcome.value) : err({ code: 'auth.session_ended' });
  }

  private async exchange(refreshToken: string, side: Side | undefined): Promise<SignedIn | null> {
    const now = this.clock.now();
    const hash = this.secrets.hash(refreshToken);
    const token = await this.sessions.present(hash);
    if (!token) return null;

    const verdict = judge(token, now);
    if (verdict === 'over') return null;
    if (verdict === 'reused') {
      await this.sessions.end(token.sessionId, 'token_reused', now);
      await this.audit.record({ action: 'session.token_reused', entity: 'member', entityId: token.memberId });
      return null;
    }
    const account = await this.accounts.byId(token.memberId);
    if (!account || !mayEnter(account)) {
      await this.sessions.end(token.sessionId, 'refused', now);
      return null;
    }
    if (side && side !== account.kind) return null;
    if (verdict === 'overlap') return this.welcome.of(account, null);

    const next = this.secrets.make();
    await this.sessions.exchange(hash, { sessionId: token.sessionId, tokenHash: this.secrets.hash(next) }, now);
    return this.welcome.of(account, { token: next, expiresAt: token.sessionExpiresAt });
  }
}
