// Brings the database of DATABASE_OWNER_URL up to this release, gives the application its role with DATABASE_APP_PASSWORD, and
// makes the bucket if there is none. For deployments: before the new API starts.
import { ensureBucket } from './object-store.mjs';
import { applyMigrations } from './migrations.mjs';
import { setUpAppRole } from './postgres.mjs';

const { DATABASE_OWNER_URL, DATABASE_APP_PASSWORD, S3_ENDPOINT } = process.env;
if (!DATABASE_OWNER_URL || !DATABASE_APP_PASSWORD) {
  console.error('DATABASE_OWNER_URL and DATABASE_APP_PASSWORD must be set.');
  process.exit(1);
}
try {
  await setUpAppRole(DATABASE_OWNER_URL, DATABASE_APP_PASSWORD);
  const applied = await applyMigrations(DATABASE_OWNER_URL);
  console.log(applied.length > 0 ? `Applied ${applied.join(', ')}` : 'Nothing to migrate');
  if (S3_ENDPOINT) await ensureBucket(process.env);
  process.exit(0);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
