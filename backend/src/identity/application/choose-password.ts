import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { acceptable, type PasswordError } from '../domain/password-rules.js';
import {
  type Account,
  Accounts,
  Attempts,
  Epochs,
  Invitations,
  Members,
  Passwords,
  Secrets,
  Sessions,
} from './ports.js';

export type ChoosePasswordError = PasswordError | { readonly code: 'auth.link_not_valid' };

/** Sets the password of whoever a mailed link is for, once; everywhere they were signed in they have to sign in again. */
@Injectable()
export class ChoosePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly attempts: Attempts,
    private readonly epochs: Epochs,
    private readonly invitations: Invitations,
    private readonly members: Members,
    private readonly passwords: Passwords,
    private readonly secrets: Secrets,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async execute(token: string, password: string): Promise<Result<Account, ChoosePasswordError>> {
    const tokenHash = this.secrets.hash(token);
    if (!(await this.invitations.find(tokenHash, this.clock.now()))) return err({ code: 'auth.link_not_valid' });
    const passwordHash = await this.passwords.hash(password);
    const done = await this.unitOfWork.run(() => this.accept(tokenHash, password, passwordHash));
    if (done.ok) {
      this.epochs.forget([done.value.id]);
      await this.attempts.reset(`sign-in:account:${done.value.email}`);
    }
    return done;
  }

  private async accept(
    tokenHash: string,
    password: string,
    passwordHash: string,
  ): Promise<Result<Account, ChoosePasswordError>> {
    const at = this.clock.now();
    const link = await this.invitations.find(tokenHash, at);
    const account = link && (await this.accounts.byId(link.memberId));
    if (!account || account.status === 'disabled') return err({ code: 'auth.link_not_valid' });
    const good = acceptable(password, account.email);
    if (!good.ok) return good;

    await this.accounts.setPassword(account.id, passwordHash);
    await this.members.raiseEpochs([account.id]);
    await this.sessions.endAllOf([account.id], 'password_changed', at);
    await this.invitations.accept(tokenHash, at);
    await this.audit.record({
      action: 'member.password_chosen',
      entity: 'member',
      entityId: account.id,
      facts: { by: link.purpose },
    });
    return ok(account);
  }
}
