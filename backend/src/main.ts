import { createApp } from './app.js';
import { InvalidSettings, readSettings } from './shared/infrastructure/settings.js';

try {
  const { PORT, HOST } = readSettings();
  const app = await createApp();
  await app.listen(PORT, HOST);
} catch (error) {
  process.stderr.write(`${error instanceof InvalidSettings ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}
