import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessibility';
import { ironbridge, oneOfAKind } from '../support/shop';
import { alreadySignedIn } from '../support/sign-in';

const csv = (...rows: string[]) => ({
  name: 'prices.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['scope,state,sku,unit,min_quantity,unit_price,currency', ...rows, ''].join('\n')),
});

test('an admin imports prices with errors, mends them, publishes in the grid, and a buyer pays the new price', async ({
  page,
  browser,
}) => {
  const word = oneOfAKind();
  const imported = await ironbridge.aProduct({ name: `Imported clinker ${word}`, price: '10.00' });
  const typed = await ironbridge.aProduct({ name: `Typed clinker ${word}`, price: '30.00' });
  const table = await ironbridge.priceTable('OR');
  await alreadySignedIn(page, await ironbridge.aMember(['sales_manager']));

  await test.step('a first look says which rows are wrong and changes nothing', async () => {
    await page.goto(`/backoffice/prices?table=${table}`);
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('radio', { name: 'Prices' })).toBeChecked();
    await page.getByRole('checkbox', { name: 'Publish prices at once' }).uncheck();
    await page
      .getByLabel(/Drop a CSV or choose a file/)
      .setInputFiles(
        csv(
          `state,OR,${imported.sku},bag,1,11.40,USD`,
          `state,OR,NO-SUCH-${word},bag,1,5.00,USD`,
          `state,OR,${typed.sku},bag,1,-5.00,USD`,
        ),
      );
    await expect(page.getByText('Only checked, nothing changed yet')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Import of prices' })).toBeVisible();
    const errors = page.getByRole('table', { name: /refused rows/ });
    await expect(errors.getByRole('row').filter({ hasText: `NO-SUCH-${word}` })).toBeVisible();
    await expect(errors.getByRole('row').filter({ hasText: '-5.00' })).toBeVisible();
    await expectAccessible(page, 'an import with refused rows');

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Error report' }).click();
    const report = await readFile(await (await download).path(), 'utf8');
    expect(report).toContain(`NO-SUCH-${word}`);
    expect(report).toContain('unit_price');
  });

  await test.step('the mended file goes in as a draft', async () => {
    await page.getByRole('link', { name: 'Back to the imports' }).click();
    await page.getByRole('radio', { name: 'Prices' }).check();
    await page.getByRole('checkbox', { name: 'Publish prices at once' }).uncheck();
    await page.getByLabel(/Drop a CSV or choose a file/).setInputFiles(csv(`state,OR,${imported.sku},bag,1,11.40,USD`));
    await page.getByRole('button', { name: 'Apply 1 row' }).click();
    await expect(page.getByText('The prices wait in a draft revision')).toBeVisible();
  });

  const buyer = await ironbridge.aBuyer({ stateCode: 'OR' });
  const shopping = await (await browser.newContext()).newPage();
  await alreadySignedIn(shopping, buyer);
  await shopping.goto(`/?search=${word}`);
  const rowOf = (name: string) => shopping.getByRole('row').filter({ hasText: name });
  await expect(rowOf(imported.name).getByText('$10.00 per bag')).toBeAttached();

  await test.step('another price is typed into the grid, and both are published', async () => {
    await page.goto(`/backoffice/prices?table=${table}&search=${word}`);
    const grid = page.getByRole('grid', { name: 'Prices by product and table' });
    const cell = grid.getByRole('row').filter({ hasText: typed.name }).getByRole('gridcell').last();
    await expect(grid.getByRole('row').filter({ hasText: imported.name })).toContainText('pending');
    await cell.dblclick();
    await page.keyboard.type('27.90');
    await page.keyboard.press('Enter');
    await expect(cell).toContainText('27.90, pending');
    const pending = page.getByRole('region', { name: 'Pending changes' });
    await expect(pending).toContainText('2 prices');
    await pending.getByRole('link', { name: 'Review 2 changes' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Revision \d+ of OR$/ })).toBeVisible();
    const diff = page.getByRole('table', { name: 'What changes' });
    await expect(diff).toContainText('$11.40');
    await expect(diff).toContainText('$27.90');
    await expectAccessible(page, 'the review of a draft');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const ask = page.getByRole('dialog', { name: 'Publish 2 prices' });
    await ask.getByRole('button', { name: 'Publish now' }).click();
    await expect(page.getByText(/^Revision \d+ is live$/)).toBeVisible();
  });

  await test.step('the buyer sees both new prices', async () => {
    await shopping.reload();
    await expect(rowOf(imported.name).getByText('$11.40 per bag')).toBeAttached();
    await expect(rowOf(typed.name).getByText('$27.90 per bag')).toBeAttached();
    await expect(rowOf(typed.name).getByText('State · OR')).toBeVisible();
    await shopping.context().close();
  });
});
