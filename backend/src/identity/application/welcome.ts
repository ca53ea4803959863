import { Injectable } from '@nestjs/common';
import { currentContext } from '../../shared/request-context.js';
import { type Account, AccessTokens } from './ports.js';

/** What somebody gets who proved who they are. */
export interface SignedIn {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly account: Account;
  /** Null when the browser already holds a newer one. */
  readonly refresh: { readonly token: string; readonly expiresAt: Date } | null;
}

/** Whether this person may be signed in at all: active, and not of a blocked company. */
export const mayEnter = (account: Account): boolean =>
  account.status === 'active' && account.companyStatus === 'active';

/** Issues the access token that says what an account may do now. */
@Injectable()
export class Welcome {
  constructor(private readonly tokens: AccessTokens) {}

  async of(account: Account, refresh: SignedIn['refresh']): Promise<SignedIn> {
    const tenantId = currentContext()?.tenantId;
    if (!tenantId) throw new Error('nobody signs in outside a tenant');
    const { accessToken, expiresIn } = await this.tokens.issue({
      sub: account.id,
      tenantId,
      kind: account.kind,
      name: account.name,
      ...(account.company ? { companyId: account.company.id } : {}),
      roles: account.roles,
      permissions: account.permissions,
      epoch: account.epoch,
    });
    return { accessToken, expiresIn, account, refresh };
  }
}
