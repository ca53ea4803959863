import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility';
import { ironbridge, oneOfAKind } from '../support/shop';
import { alreadySignedIn } from '../support/sign-in';

/** Two products beside a company's table: one sold at a good margin, one for hardly more than it costs. */
async function given(): Promise<{ path: string }> {
  const word = oneOfAKind();
  const { company } = await ironbridge.aBuyer();
  await ironbridge.priceTable(company.name, company);
  const good = await ironbridge.aProduct({ name: `Alpha lintel ${word}`, price: '10.00' });
  const poor = await ironbridge.aProduct({ name: `Beta lintel ${word}`, price: '20.00' });
  await ironbridge.byOwner('PUT', '/backoffice/costs', {
    changes: [
      { sku: good.sku, unitCost: '6' },
      { sku: poor.sku, unitCost: '19.9' },
    ],
  });
  return { path: `/backoffice/prices?company=${company.id}&search=${word}` };
}

const sheetOf = (page: Page): Locator => page.getByRole('grid', { name: 'Prices by product and table' });
const rowOf = (page: Page, name: string): Locator =>
  sheetOf(page)
    .getByRole('row')
    .filter({ hasText: `${name} lintel` });

test('a price under its margin floor is marked as soon as it is in its draft, and costs stand beside prices', async ({
  page,
}) => {
  const { path } = await given();
  await alreadySignedIn(page, await ironbridge.aMember(['sales_manager']));
  await page.goto(path);
  const [alpha, beta] = [rowOf(page, 'Alpha'), rowOf(page, 'Beta')];
  await expect(sheetOf(page).getByRole('columnheader', { name: 'Cost', exact: true })).toBeVisible();
  await expect(alpha.getByRole('gridcell', { name: '6.00', exact: true })).toBeVisible();
  await expect(beta.getByRole('gridcell').last()).toContainText('under the margin floor');

  const cell = alpha.getByRole('gridcell').last();
  await cell.click();
  await expect(page.getByText('Margin 40.0%')).toBeVisible();
  await expect(cell).not.toContainText('margin floor');
  await page.keyboard.type('6.05');
  await page.keyboard.press('Enter');
  await expect(cell).toContainText('6.05, pending');
  await expect(cell).toContainText('under the margin floor');
  await expectAccessible(page, 'the grid with prices under their floors');
  await page.keyboard.press('Control+z');
  await expect(cell).toContainText('10.00, inherited');
  await expect(cell).not.toContainText('margin floor');

  await cell.click();
  await page.keyboard.press('Alt+Enter');
  const price = page.getByRole('dialog', { name: 'Why this price' }).getByRole('region', { name: 'The price' });
  await expect(price).toContainText('Above the margin floor');
  await expect(price).toContainText('margin 40.0%, cost $6.00 per bag');
});

test('who may not see costs sees lights and no number behind them', async ({ page }) => {
  const { path } = await given();
  await alreadySignedIn(page, await ironbridge.aMember(['sales_rep']));
  await page.goto(path);
  const cell = rowOf(page, 'Beta').getByRole('gridcell').last();
  await expect(cell).toContainText('under the margin floor');
  await expect(sheetOf(page).getByRole('columnheader', { name: 'Cost', exact: true })).toHaveCount(0);
  await expect(sheetOf(page)).not.toContainText('19.90');
  await cell.click();
  await page.keyboard.press('Alt+Enter');
  const why = page.getByRole('dialog', { name: 'Why this price' });
  await expect(why.getByRole('region', { name: 'The price' })).toContainText('Under the margin floor');
  await expect(why).not.toContainText(/cost|%/i);
  await expectAccessible(page, 'an explained price with a light alone');
});
