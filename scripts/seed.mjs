// Puts the demo tenants into the database of OWNER_URL, with the application's settings in the environment.
import { seed } from '../prisma/seed/seed.mjs';

try {
  await seed({
    ownerUrl: process.env.OWNER_URL,
    databaseUrl: process.env.DATABASE_URL,
    demoPassword: process.env.DEMO_PASSWORD,
    log: (line) => console.log(line),
  });
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}
