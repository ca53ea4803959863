import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessibility';
import { ironbridge, oneOfAKind } from '../support/shop';
import { alreadySignedIn } from '../support/sign-in';

const costOf = (sku: string, unitCost: string): Promise<unknown> =>
  ironbridge.byOwner('PUT', '/backoffice/costs', { changes: [{ sku, unitCost }] });

test('a cost that should not have been entered is taken back, and put back by undo', async ({ page }) => {
  const product = await ironbridge.aProduct({ name: `Costly lintel ${oneOfAKind()}`, price: '10.00' });
  await costOf(product.sku, '6');
  await costOf(product.sku, '60');
  await alreadySignedIn(page, await ironbridge.aMember(['sales_manager']));
  await page.goto(`/backoffice/prices/costs?search=${product.sku}&selected=${product.id}`);

  const panel = page.getByRole('complementary', { name: `Cost of ${product.name}` });
  const entries = panel.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Take back/ }) });
  const held = entries.filter({ hasText: 'Holds' });
  await expect(entries).toHaveCount(2);
  await expect(held).toContainText('$60.00');
  await expectAccessible(page, 'a cost over time');

  await held.getByRole('button', { name: /^Take back \$60\.00/ }).click();
  await expect(page.getByText('Cost of $60.00 taken back')).toBeVisible();
  await expect(entries).toHaveCount(1);
  await expect(held).toContainText('$6.00');
  await expect(page.getByRole('row').filter({ hasText: product.sku })).toContainText('$6.00');

  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(entries).toHaveCount(2);
  await expect(held).toContainText('$60.00');
});

test('a roll back to prices that lie under their floor by now leads to a draft that says so', async ({ page }) => {
  const { company } = await ironbridge.aBuyer();
  const tableId = await ironbridge.priceTable(company.name, company);
  const product = await ironbridge.aProduct({ name: `Floored lintel ${oneOfAKind()}`, price: '20.00' });
  await ironbridge.publish(company, [{ sku: product.sku, unit: 'bag', unitPrice: '10.00' }]);
  await ironbridge.publish(company, [{ sku: product.sku, unit: 'bag', unitPrice: '14.00' }]);
  const revisions = `/backoffice/price-tables/${tableId}/revisions`;
  const raised = (await ironbridge.byOwner<{ id: string; number: number }[]>('GET', revisions)).find(
    ({ number }) => number === 2,
  );
  await costOf(product.sku, '9.9');
  await alreadySignedIn(page, await ironbridge.aMember(['sales_manager']));
  await page.goto(`/backoffice/prices/revisions/${tableId}/${raised?.id}`);

  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  const refused = page.getByRole('alertdialog', { name: 'Nothing was rolled back' });
  await expect(refused).toContainText('1 price is under the margin floor');
  await expect(refused).toContainText(product.sku);
  await expectAccessible(page, 'a roll back that was refused');
  await refused.getByRole('button', { name: 'Open as a draft' }).click();

  const line = page.getByRole('row').filter({ hasText: product.sku });
  await expect(line).toContainText('$10.00');
  await expect(line).toContainText('Under floor');
  await expect(page.getByText('Draft', { exact: true }).first()).toBeVisible();
});
