import argon2 from 'argon2';
import { defaultRoles } from '../../src/identity/domain/default-roles.js';
import { newId } from '../../src/shared/ids.js';
import type { Side } from '../../src/shared/permissions.js';
import type { Answer, Api } from '../support/api.js';
import { asOwner, insertRows, type Shop } from '../support/shop.js';

export const password = 'Crane-lifts-9-beams';

/** Less work than production's, so that specs with many sign-ins stay quick; a hash says itself how it was made. */
const hash = argon2.hash(password, { memoryCost: 1024, timeCost: 2, parallelism: 1 });

/** Gives the shop the roles a tenant starts with; their ids by code. */
export async function giveRoles(shop: Shop): Promise<Record<string, string>> {
  const rows = defaultRoles.map(({ code, side, name, permissions }) => ({
    id: newId(),
    code,
    side,
    name: name.en,
    built_in: true,
    permissions,
  }));
  await asOwner((owner) => insertRows(owner, shop.tenantId, 'identity.role', rows));
  return Object.fromEntries(rows.map(({ code, id }) => [code, id]));
}

export interface Person {
  id: string;
  email: string;
}

/** Puts somebody who can sign in with `password` into the shop. */
export async function aPerson(
  shop: Shop,
  kind: Side,
  roleIds: readonly (string | undefined)[],
  more: { status?: string; companyId?: string; locale?: string } = {},
): Promise<Person> {
  const id = newId();
  const email = `p${id.slice(-12)}@${shop.slug}.example`;
  const company_id = kind === 'buyer' ? (more.companyId ?? shop.companyId) : null;
  const { status = 'active', locale = null } = more;
  const member = { id, kind, company_id, name: 'Pat Person', email, status, locale };
  await asOwner(async (owner) => {
    const rows = [{ ...member, password_hash: status === 'invited' ? null : await hash }];
    await insertRows(owner, shop.tenantId, 'identity.member', rows);
    await insertRows(
      owner,
      shop.tenantId,
      'identity.member_role',
      roleIds.map((role_id) => ({ member_id: id, role_id })),
    );
  });
  return { id, email };
}

interface SignedIn {
  accessToken: string;
  expiresIn: number;
  user: { id: string; roles: string[]; permissions: string[]; kind: string };
}

/** An address of its own for every call that does not say which, so that specs share no allowance. */
let nextAddress = 0;
export const anAddress = (): string =>
  `10.${(nextAddress >> 14) & 127}.${(nextAddress >> 7) & 127}.${nextAddress++ & 127}`;

export const signIn = (
  api: Api,
  shop: Shop,
  body: { email: string; password?: string; side?: string },
  address = anAddress(),
): Promise<Answer<SignedIn>> =>
  api.call(shop, null, 'POST', '/auth/login', { password, ...body }, { 'x-forwarded-for': address });

/** The bearer token of somebody who signs in now. */
export async function tokenOf(api: Api, shop: Shop, { email }: Person): Promise<string> {
  const { body } = await signIn(api, shop, { email });
  if (!body.data) throw new Error(`${email} was not let in: ${body.error?.code}`);
  return body.data.accessToken;
}

/** `name=value` of the cookies an answer sets, as a browser would send them back. */
export const cookiesOf = ({ headers }: Answer<unknown>): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

export const refresh = (api: Api, shop: Shop, cookie: string, body: object = {}): Promise<Answer<SignedIn>> =>
  api.call(shop, null, 'POST', '/auth/refresh', body, { cookie });

interface CaughtMail {
  to: string[];
  subject: string;
  text: string;
  html: string;
}

/** What was mailed to an address so far, newest first. */
export async function mailsTo(email: string): Promise<CaughtMail[]> {
  const mails = (await (await fetch(process.env.MAILBOX_URL ?? '')).json()) as CaughtMail[];
  return mails.filter(({ to }) => to.includes(email));
}

/** The link in a mail. */
export const linkIn = (mail: CaughtMail | undefined): URL => new URL(/https?:\S+/.exec(mail?.text ?? '')?.[0] ?? '');

/** `[status, code]`, which is what most specs look at. */
export const outcome = ({ status, body }: Answer<unknown>): [number, string | undefined] => [status, body.error?.code];
