import pg from 'pg';
import { settings } from './settings.js';

/** The role of DATABASE_URL could get past row-level security; nothing may start with it. */
export class PowerfulRole extends Error {
  constructor(role: string, why: string) {
    super(
      `DATABASE_URL signs in as "${role}", which ${why}. Tenants are kept apart by row-level security, ` +
        'so the application needs a role of its own that is neither superuser nor owner and cannot bypass it.',
    );
  }
}

/** Throws unless the role of DATABASE_URL is bound by row-level security on every table. */
export async function refusePowerfulRole(connectionString = settings().DATABASE_URL): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ role: string; superuser: boolean; bypasses: boolean; owns: boolean }>(`
      select rolname as role, rolsuper as superuser, rolbypassrls as bypasses,
             exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname in ('catalog', 'identity', 'orders', 'platform', 'pricing')
                       and pg_has_role(r.oid, c.relowner, 'MEMBER')) as owns
      from pg_roles r where rolname = current_user`);
    const { role, superuser, bypasses, owns } = rows[0]!;
    if (superuser) throw new PowerfulRole(role, 'is a superuser');
    if (bypasses) throw new PowerfulRole(role, 'may bypass row-level security');
    if (owns) throw new PowerfulRole(role, 'owns tables');
  } finally {
    await client.end();
  }
}
