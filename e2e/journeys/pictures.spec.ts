import { expect, test } from '@playwright/test';
import { settings } from '../support/settings';
import { ironbridge } from '../support/shop';
import { alreadySignedIn } from '../support/sign-in';

test('a picture goes straight to the object store and is seen by buyers; a file that lies about its type is refused', async ({
  page,
  browser,
}) => {
  const product = await ironbridge.aProduct();
  await alreadySignedIn(page, await ironbridge.aMember(['sales_manager']));
  await page.goto(`/backoffice/products/${product.id}`);
  await expect(page.getByText('No picture yet')).toBeVisible();
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 400, height: 300 } });
  const choose = page.getByLabel(/Drop pictures or choose files/);

  await choose.setInputFiles({
    name: 'plan.png',
    mimeType: 'image/png',
    buffer: Buffer.from('This is not a picture.'),
  });
  await expect(page.getByText('The file is not the kind of picture it says it is.')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('No picture yet')).toBeVisible();

  const sent = page.waitForRequest((request) => request.method() === 'PUT');
  await choose.setInputFiles({ name: 'lime.png', mimeType: 'image/png', buffer: picture });
  expect(new URL((await sent).url()).origin).not.toBe(new URL(settings.baseUrl).origin);
  const shown = page.getByRole('img', { name: `Picture 1 of ${product.name}` });
  await expect(shown).toBeVisible();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

  const buyer = await (await browser.newContext()).newPage();
  await alreadySignedIn(buyer, await ironbridge.aBuyer());
  await buyer.goto(`/products/${product.sku}`);
  const seen = buyer.getByRole('img', { name: product.name });
  await expect(seen).toBeVisible();
  await expect.poll(() => seen.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await buyer.context().close();
});
