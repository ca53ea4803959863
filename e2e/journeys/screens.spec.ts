import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectNoSidewaysScroll, violationsOf } from '../support/accessibility';
import { routesOf, screens, type Screen } from '../support/screens';
import { settings } from '../support/settings';
import { alreadySignedIn } from '../support/sign-in';

const desk = { width: 1440, height: 900 };
const hand = { width: 390, height: 844 };
const smallestHand = { width: 320, height: 640 };

for (const app of ['storefront', 'backoffice'] as const) {
  test(`every route of the ${app} is among the screens looked at`, () => {
    const routes = routesOf(app);
    expect(routes.length).toBeGreaterThan(10);
    expect(new Set(screens.filter((screen) => screen.app === app).map(({ route }) => route))).toEqual(new Set(routes));
  });
}

for (const screen of screens) {
  test(`${screen.app}: ${screen.name} is accessible in light and dark, at a desk and in a hand`, async ({ page }) => {
    const problems: string[] = [];
    await open(page, screen);
    for (const size of [desk, hand]) {
      await page.setViewportSize(size);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        await picture(page, `${screen.app}-${screen.name}-${size.width}-${colorScheme}`);
        const found = await violationsOf(page);
        problems.push(...found.map((problem) => `${size.width} ${colorScheme}: ${problem}`));
      }
      if (screen.app === 'storefront') await expectNoSidewaysScroll(page, `${screen.name} at ${size.width}`);
    }
    if (screen.app === 'storefront') {
      await page.setViewportSize(smallestHand);
      await expectNoSidewaysScroll(page, `${screen.name} at ${smallestHand.width}`);
    }
    expect(problems).toEqual([]);
  });
}

async function open(page: Page, { app, who, path }: Screen): Promise<void> {
  if (who) await alreadySignedIn(page, who);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const below = await path();
  await page.setViewportSize(desk);
  await page.goto(app === 'backoffice' ? `/backoffice${below}` : below);
  await settled(page);
  expect(errors).toEqual([]);
}

/** The screen has its heading and waits for nothing. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

async function picture(page: Page, name: string): Promise<void> {
  if (settings.picturesFolder)
    await page.screenshot({ path: join(settings.picturesFolder, `${name}.png`), fullPage: true });
}
