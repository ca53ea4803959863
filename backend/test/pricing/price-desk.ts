import { newId } from '../../src/shared/ids.js';
import type { Permission } from '../../src/shared/permissions.js';
import type { Answer, Api } from '../support/api.js';
import { asOwner, aToken, insertRows, type Shop } from '../support/shop.js';

export interface RevisionAnswer {
  id: string;
  tableId: string;
  number: number;
  name: string | null;
  status: string;
  source: string;
  version: number;
  changeCount: number;
  goesLiveAt: string | null;
  liveAt: string | null;
  restores: string | null;
  restoresNumber: number | null;
  mayApprove: boolean;
  waitingForMe: boolean;
  table: { id: string; name: string; scope: string; companyName: string | null };
  author: { id: string; name: string } | null;
}

export interface Colleague {
  id: string;
  token: string;
}

export const set = (sku: string, unitPrice: string, more: object = {}) => ({ action: 'set', sku, unitPrice, ...more });
export const remove = (sku: string, more: object = {}) => ({ action: 'remove', sku, ...more });
export const drop = (sku: string, more: object = {}) => ({ action: 'drop', sku, ...more });
export const tomorrow = (days = 1): Date => new Date(Date.now() + days * 86_400_000);

/** Somebody's way to a shop's prices, over HTTP. */
export class PriceDesk {
  constructor(
    private readonly api: Api,
    readonly shop: Shop,
    private readonly token: string = shop.staffToken,
    private readonly tableId: string = shop.tables.national,
  ) {}

  /** The same desk with somebody else at it. */
  as({ token }: Pick<Colleague, 'token'>): PriceDesk {
    return new PriceDesk(this.api, this.shop, token, this.tableId);
  }

  /** The same person at another table. */
  at(tableId: string): PriceDesk {
    return new PriceDesk(this.api, this.shop, this.token, tableId);
  }

  /** Below `/backoffice`. */
  ask<T = unknown>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    return this.api.call<T>(this.shop, this.token, method, `/backoffice${path}`, body);
  }

  /** Below the table. */
  call<T = RevisionAnswer>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    return this.ask<T>(method, `/price-tables/${this.tableId}${path}`, body);
  }

  /** The path of a new draft below the table. */
  async draft(...changes: object[]): Promise<string> {
    const { body } = await this.call('POST', '/revisions', {});
    const path = `/revisions/${body.data?.id}`;
    if (changes.length > 0) await this.call('PUT', `${path}/changes`, { changes });
    return path;
  }

  async one(path: string): Promise<RevisionAnswer> {
    const { body } = await this.call('GET', path);
    if (!body.data) throw new Error(`${path} is not there`);
    return body.data;
  }

  put<
    T = { accepted: number; refused: { index: number; error: { code: string; details?: object } }[]; read: object[] },
  >(path: string, changes: object[], more: object = {}): Promise<Answer<T>> {
    return this.call<T>('PUT', `${path}/changes`, { changes, ...more });
  }

  publish(path: string, body: object = {}): Promise<Answer<{ created: number; revision: RevisionAnswer }>> {
    return this.call('POST', `${path}/publish`, body);
  }

  step(path: string, step: 'submit' | 'approve' | 'reject' | 'withdraw', body: object = {}) {
    return this.call('POST', `${path}/${step}`, body);
  }

  async story(path: string): Promise<{ kind: string; by: { id: string; name: string } | null; note: string | null }[]> {
    return (await this.call<never[]>('GET', `${path}/events`)).body.data ?? [];
  }

  async priceOf(sku: string, quantity = '1', at?: Date): Promise<string | null> {
    const { body } = await this.ask<{ lines: { unitPrice: string | null }[] }>('POST', '/prices/resolve', {
      lines: [{ sku, quantity }],
      at,
    });
    return body.data?.lines[0]?.unitPrice ?? null;
  }
}

/** Another member of staff. */
export async function aColleague(
  { tenantId }: Shop,
  name = 'Second',
  permissions?: readonly Permission[],
): Promise<Colleague> {
  const id = newId();
  await asOwner((owner) =>
    insertRows(owner, tenantId, 'identity.member', [{ id, kind: 'staff', name, email: `${id}@shop.example` }]),
  );
  return { id, token: aToken({ tenantId, sub: id, kind: 'staff', ...(permissions && { permissions }) }) };
}

/** From now on a second person must approve. */
export const needTwoPersons = ({ tenantId }: Shop): Promise<unknown> =>
  asOwner((owner) => owner.query('update identity.tenant set two_person_approval = true where id = $1', [tenantId]));

export const codesOf = (answers: readonly Answer<unknown>[]) =>
  answers.map(({ status, body }) => [status, body.error?.code]);
