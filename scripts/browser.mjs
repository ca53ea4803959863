import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { root, run } from './steps.mjs';

const onPath = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const onMac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A Chromium to test with: CHROMIUM_PATH, the system's, Playwright's; else one that is installed now, if it can be. */
export async function findBrowser(say = console.log) {
  const found = await existing();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('  no Chromium here; installing Debian’s');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await attempt(() => run('apt-get', ['update', '-qq'], { quiet: true, env }), say);
    await attempt(
      () => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { quiet: true, env }),
      say,
    );
  }
  if (!(await existing())) {
    say('  no Chromium here; downloading Playwright’s');
    await attempt(() => run(`${root}/node_modules/.bin/playwright`, ['install', 'chromium'], { quiet: true }), say);
  }
  const installed = await existing();
  if (installed) return installed;
  throw new Error('There is no Chromium to test with. Install one (apt-get install chromium) or set CHROMIUM_PATH.');
}

async function existing() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) {
    if (existsSync(CHROMIUM_PATH)) return CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH names ${CHROMIUM_PATH}, where there is nothing.`);
  }
  for (const name of onPath) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0 && answers(stdout.trim())) return stdout.trim();
  }
  const { chromium } = await import('@playwright/test');
  return [...onMac, chromium.executablePath()].find((path) => path && existsSync(path) && answers(path)) ?? null;
}

/** Ubuntu's `chromium-browser` may be a script that only says to install a snap. */
const answers = (path) => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;

async function attempt(work, say) {
  try {
    await work();
  } catch (error) {
    say(`  ${error.message.split('\n').slice(0, 3).join('\n  ')}`);
  }
}
