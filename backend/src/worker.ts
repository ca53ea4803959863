import { createBackground } from './app.js';
import { live } from './process-life.js';
import { BackgroundWork } from './shared/infrastructure/background-work.js';
import { refusePowerfulRole } from './shared/infrastructure/database-role.js';
import { readSettings } from './shared/infrastructure/settings.js';

await live(async () => {
  readSettings();
  await refusePowerfulRole();
  const background = await createBackground();
  await background.get(BackgroundWork).start();
  return background;
});
