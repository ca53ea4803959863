import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import { newId } from '../../shared/ids.js';
import type { Side } from '../../shared/permissions.js';
import { err, ok, type Result } from '../../shared/result.js';
import { emailOf } from '../domain/member.js';
import { sessionDays } from '../domain/refresh.js';
import { addressKey, signInAllowance } from '../domain/throttle.js';
import { type Account, Accounts, Attempts, Passwords, Secrets, Sessions } from './ports.js';
import { mayEnter, type SignedIn, Welcome } from './welcome.js';

export type SignInError =
  | { readonly code: 'auth.invalid_credentials' }
  | { readonly code: 'auth.too_many_attempts'; readonly retryAfterSeconds: number };

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** The side the person wants to enter; someone of the other side is refused like a stranger. */
  readonly side?: Side;
  readonly address: string;
}

/**
 * Opens a session for whoever knows the password. Unknown, invited, disabled and blocked people, people of the other side and wrong
 * passwords get one answer in one time. Tries are counted before the password is looked at, so a crowd of guesses gets no further.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: Accounts,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly secrets: Secrets,
    private readonly sessions: Sessions,
    private readonly welcome: Welcome,
    private readonly clock: Clock,
  ) {}

  async execute({ email, password, side, address }: Credentials): Promise<Result<SignedIn, SignInError>> {
    const at = this.clock.now();
    const byAddress = `sign-in:address:${addressKey(address)}`;
    const byAccount = `sign-in:account:${emailOf(email)}`;
    const wait =
      (await this.attempts.take(byAddress, signInAllowance.address, at)) ??
      (await this.attempts.take(byAccount, signInAllowance.account, at));
    if (wait !== null) return err({ code: 'auth.too_many_attempts', retryAfterSeconds: wait });

    const account = await this.accounts.byEmail(emailOf(email));
    const right = await this.passwords.verify(account?.passwordHash ?? null, password);
    if (!account || !right || !mayEnter(account) || (side && side !== account.kind)) {
      return err({ code: 'auth.invalid_credentials' });
    }

    await this.attempts.reset(byAccount);
    await this.attempts.giveBack(byAddress);
    return ok(await this.open(account, at));
  }

  private async open(account: Account, at: Date): Promise<SignedIn> {
    const refreshToken = this.secrets.make();
    const expiresAt = new Date(at.getTime() + sessionDays * 86_400_000);
    const tokenHash = this.secrets.hash(refreshToken);
    await this.sessions.open({ id: newId(), memberId: account.id, at, expiresAt, tokenHash });
    return this.welcome.of(account, { token: refreshToken, expiresAt });
  }
}
