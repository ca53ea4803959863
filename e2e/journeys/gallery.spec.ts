import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { violationsOf } from '../support/accessibility';

const project = fileURLToPath(new URL('../../design-system', import.meta.url));
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
let folder = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tradeyard-gallery-'));
  await build({
    root: join(project, 'gallery'),
    configFile: join(project, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

for (const sheet of ['components', 'states', 'more', 'drawings']) {
  test(`the gallery’s ${sheet} are accessible in both themes and densities`, async ({ page }) => {
    await page.route('http://gallery.localhost/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      const file = join(folder, pathname === '/' ? 'index.html' : pathname);
      await route.fulfill({ body: await readFile(file), contentType: types[extname(file)] });
    });
    for (const [theme, density] of [
      ['light', 'roomy'],
      ['dark', 'compact'],
    ]) {
      await page.goto(`http://gallery.localhost/?page=${sheet}&theme=${theme}&density=${density}`);
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
      expect(await violationsOf(page), `${theme} ${density}`).toEqual([]);
    }
  });
}
