import { createApp } from './app.js';
import { live } from './process-life.js';
import { refusePowerfulRole } from './shared/infrastructure/database-role.js';
import { readSettings } from './shared/infrastructure/settings.js';

await live(async () => {
  const { PORT, HOST } = readSettings();
  await refusePowerfulRole();
  const app = await createApp();
  await app.listen(PORT, HOST);
  return app;
});
