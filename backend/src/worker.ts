import { createBackground } from './app.js';
import { BackgroundWork } from './shared/infrastructure/background-work.js';
import { InvalidSettings, readSettings } from './shared/infrastructure/settings.js';

try {
  readSettings();
  const background = await createBackground();
  background.enableShutdownHooks();
  await background.get(BackgroundWork).start();
} catch (error) {
  process.stderr.write(`${error instanceof InvalidSettings ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}
