import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility';
import { ironbridge, oneOfAKind } from '../support/shop';
import { alreadySignedIn } from '../support/sign-in';

const totalOf = (page: Page, name: string) =>
  page.locator('.simulator-totals > div').filter({ has: page.getByText(name, { exact: true }) });

test('a past order at the prices of a draft: line and total differences, both traces, and a pasted basket', async ({
  page,
}) => {
  const word = oneOfAKind();
  const risen = await ironbridge.aProduct({ name: `Risen aggregate ${word}`, price: '10.00' });
  const kept = await ironbridge.aProduct({ name: `Kept aggregate ${word}`, price: '4.00' });
  const buyer = await ironbridge.aBuyer();
  const order = await ironbridge.anOrder(buyer, risen, '5');
  const table = await ironbridge.priceTable(`Contract ${word}`, buyer.company);
  const revisions = `/backoffice/price-tables/${table}/revisions`;
  const draft = await ironbridge.byOwner<{ id: string }>('POST', revisions, { name: `Supplier increase ${word}` });
  await ironbridge.byOwner('PUT', `${revisions}/${draft.id}/changes`, {
    changes: [{ action: 'set', sku: risen.sku, unit: 'bag', minQuantity: '1', unitPrice: '11.50' }],
  });
  await alreadySignedIn(page, await ironbridge.aMember(['sales_manager']));
  await page.goto('/backoffice/prices/simulator');
  const outcome = page.getByRole('region', { name: 'Today and then' });

  await test.step('takes the lines of a past order, its company with it', async () => {
    await page.getByRole('radio', { name: 'Past order' }).click();
    await page.getByRole('combobox', { name: /^Order/ }).fill(order.number);
    await page.getByRole('option', { name: new RegExp(order.number) }).click();
    await expect(outcome.getByRole('row').filter({ hasText: risen.name })).toContainText('$50.00');
    await expect(page.getByRole('combobox', { name: /^Company/ })).toHaveValue(buyer.company.name);
    await expect(totalOf(page, 'Difference')).toContainText('$0.00');
  });

  await test.step('takes a draft for live: what it would cost stands beside today', async () => {
    await page.getByRole('searchbox', { name: 'Find a revision' }).fill(word);
    await page.getByRole('checkbox', { name: new RegExp(`Supplier increase ${word}`) }).click();
    await expect(totalOf(page, 'Today')).toContainText('$50.00');
    await expect(totalOf(page, 'Then')).toContainText('$57.50');
    await expect(totalOf(page, 'Difference')).toContainText('+$7.50');
    await expect(totalOf(page, 'Difference')).toContainText('+15%');
    const row = outcome.getByRole('row').filter({ hasText: risen.name });
    await expect(row).toContainText('$11.50');
    await expectAccessible(page, 'a simulation');
  });

  await test.step('explains both prices', async () => {
    await page.getByRole('button', { name: new RegExp(`^Then: \\$11.50.*${risen.name}`) }).click();
    const why = page.getByRole('dialog', { name: 'Why this price' });
    await expect(why.getByRole('region', { name: 'The price' })).toContainText('$11.50');
    await expect(why.getByRole('listitem').first()).toContainText('not live');
    await why.getByRole('radio', { name: 'Today' }).click();
    await expect(why.getByRole('region', { name: 'The price' })).toContainText('$10.00');
    await expectAccessible(page, 'an explanation');
    await page.keyboard.press('Escape');
    await expect(why).toBeHidden();
  });

  await test.step('the address holds all of it', async () => {
    await page.reload();
    await expect(totalOf(page, 'Then')).toContainText('$57.50');
  });

  await test.step('pasted lines make a basket of their own; what cannot be read stays to be mended', async () => {
    await page.goto(`/backoffice/prices/simulator?company=${buyer.company.id}&revision=${draft.id}`);
    await page.getByRole('radio', { name: 'Paste' }).click();
    const lines = page.getByRole('textbox', { name: 'Lines' });
    await lines.fill(`SKU\tQty\n${risen.sku}\t10\n${kept.sku}; 3; bag\n${kept.sku} many`);
    await page.getByRole('button', { name: 'Add lines' }).click();
    await expect(page.getByText('1 line could not be read')).toBeVisible();
    await expect(lines).toHaveValue(`${kept.sku} many`);
    await expect(totalOf(page, 'Today')).toContainText('$112.00');
    await expect(totalOf(page, 'Then')).toContainText('$127.00');
    await outcome.getByRole('textbox', { name: `Quantity of ${kept.name}` }).fill('4');
    await page.keyboard.press('Enter');
    await expect(totalOf(page, 'Then')).toContainText('$131.00');
    await outcome.getByRole('button', { name: `Remove ${kept.name}` }).click();
    await expect(totalOf(page, 'Then')).toContainText('$115.00');
  });
});
