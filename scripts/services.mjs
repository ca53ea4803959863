import { join } from 'node:path';
import { secretsOf } from './secrets.mjs';

/**
 * The three services the product stands on: embedded ones that keep their data in the folder, or those that DATABASE_URL,
 * S3_ENDPOINT and SMTP_URL name. Gives the settings that lead to them, the database's owner, and how to stop what was started.
 */
export async function startServices(folder, { env = process.env } = {}) {
  const secrets = secretsOf(folder);
  const started = [];
  const stop = async () => {
    while (started.length > 0) await started.pop()();
  };
  try {
    const database = await startDatabase(folder, secrets, env);
    started.push(database.stop);
    const store = await startStore(folder, env);
    started.push(store.stop);
    const mail = await startMail(env);
    started.push(mail.stop);
    return {
      ownerUrl: database.ownerUrl,
      pids: database.pids,
      environment: {
        JWT_SECRET: env.JWT_SECRET ?? secrets.jwt,
        DATABASE_URL: database.appUrl,
        ...store.environment,
        ...mail.environment,
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const nothing = async () => {};

async function startDatabase(folder, secrets, env) {
  const { setUpAppRole, startPostgres } = await import('./postgres.mjs');
  if (!env.DATABASE_URL) {
    const { ownerUrl, appUrl, pid, stop } = await startPostgres({
      folder: join(folder, 'postgres'),
      password: secrets.databaseOwner,
      appPassword: secrets.databaseApp,
    });
    return { ownerUrl, appUrl, pids: [pid], stop };
  }
  const password = env.DATABASE_APP_PASSWORD ?? secrets.databaseApp;
  await setUpAppRole(env.DATABASE_URL, password);
  const appUrl = Object.assign(new URL(env.DATABASE_URL), { username: 'app', password }).href;
  return { ownerUrl: env.DATABASE_URL, appUrl, pids: [], stop: nothing };
}

async function startStore(folder, env) {
  const { ensureBucket, startObjectStore } = await import('./object-store.mjs');
  if (!env.S3_ENDPOINT) return startObjectStore({ folder: join(folder, 'objects') });
  await ensureBucket(env);
  return { environment: {}, stop: nothing };
}

async function startMail(env) {
  if (env.SMTP_URL) return { environment: {}, stop: nothing };
  const { startMailbox, startMailCatcher } = await import('./mail-catcher.mjs');
  const mail = await startMailCatcher();
  const mailbox = await startMailbox(mail.messages);
  return {
    environment: { ...mail.environment, MAIL_CATCHER_URL: mailbox.url },
    stop: async () => {
      await mailbox.stop();
      await mail.stop();
    },
  };
}
