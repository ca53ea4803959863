import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessibility';
import { ironbridge, oneOfAKind, type Product } from '../support/shop';
import { alreadySignedIn } from '../support/sign-in';

test('a cart is kept as a list, changed, put into the cart again, and simulated by staff', async ({
  page,
  browser,
}) => {
  const word = oneOfAKind();
  const buyer = await ironbridge.aBuyer();
  const kept = await ironbridge.aProduct({ name: `Kept mortar ${word}`, price: '10.00' });
  const dropped = await ironbridge.aProduct({ name: `Dropped mortar ${word}`, price: '4.00' });
  const written = await ironbridge.aProduct({ name: `Written mortar ${word}`, price: '2.00' });
  const token = await ironbridge.signIn(buyer.email, buyer.password);
  const lines = [
    { sku: kept.sku, quantity: '5' },
    { sku: dropped.sku, quantity: '3' },
  ];
  await ironbridge.call(token, 'POST', '/cart/lines/batch', { lines });
  await alreadySignedIn(page, buyer);
  const row = ({ name }: Product) => page.getByRole('row').filter({ hasText: name });
  const [slab, garage] = [`Slab ${word}`, `Garage slab ${word}`];

  await test.step('saves the cart under a name that is free', async () => {
    await ironbridge.call(token, 'POST', '/lists', { name: slab });
    await page.goto('/cart');
    await page.getByRole('button', { name: 'Save as list' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save as list' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(slab.toUpperCase());
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('Your company has a list of this name')).toBeVisible();
    await expectAccessible(page, 'saving a list');
    await dialog.getByRole('textbox', { name: 'Name' }).fill(`Walls ${word}`);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await page
      .getByText('2 lines saved as')
      .getByRole('link', { name: `Walls ${word}` })
      .click();
    await expect(page.getByRole('heading', { name: `Walls ${word}`, level: 1 })).toBeVisible();
    await expect(row(kept)).toContainText('$50.00');
    await expect(row(dropped)).toContainText('$12.00');
  });

  await test.step('renames it where its name stands', async () => {
    await page.getByRole('button', { name: 'Rename' }).click();
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.fill(slab);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Your company has a list of this name')).toBeVisible();
    await expect(name).toHaveValue(slab);
    await name.fill(garage);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: garage, level: 1 })).toBeVisible();
  });

  await test.step('changes quantities, removes, undoes, and adds by SKU', async () => {
    await row(kept).getByRole('button', { name: 'More' }).click();
    await expect(row(kept)).toContainText('$60.00');
    await page.getByRole('button', { name: `Remove ${dropped.name}` }).click();
    await expect(row(dropped)).toBeHidden();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(row(dropped)).toContainText('$12.00');
    await page.getByRole('textbox', { name: 'SKU' }).fill(written.sku);
    await page.getByRole('button', { name: 'Add line' }).click();
    await expect(row(written)).toContainText('$2.00');
    await page.getByRole('textbox', { name: 'SKU' }).fill(`NONE-${word}`);
    await page.getByRole('button', { name: 'Add line' }).click();
    await expect(page.getByText('There is no such product')).toBeVisible();
    await expectAccessible(page, 'a list');
  });

  await test.step('puts what is chosen into the cart, then all; what is not sold any more says so at its line', async () => {
    await ironbridge.call(token, 'DELETE', '/cart');
    await page.reload();
    await page.getByRole('checkbox', { name: `Choose ${written.name}` }).click();
    await page.getByRole('button', { name: 'Add 1 line to cart' }).click();
    await expect(page.getByText('1 line is in the cart.')).toBeVisible();
    await ironbridge.change(dropped, { status: 'archived' });
    await page.getByRole('button', { name: 'Add all to cart' }).click();
    await expect(page.getByText('2 lines are in the cart. 1 line stayed out.')).toBeVisible();
    await expect(row(dropped).getByRole('alert')).toContainText('not offered to your company');
    await page.reload();
    await expect(row(dropped)).toContainText('Not sold any more');
    await page.getByRole('link', { name: /^Cart/ }).click();
    await expect(page.getByRole('heading', { name: 'Cart', level: 1 })).toBeVisible();
    await expect(row(kept)).toContainText('$60.00');
    await expect(row(written)).toContainText('$4.00');
    await expect(row(dropped)).toBeHidden();
  });

  await test.step('deletes it and takes that back', async () => {
    await page.getByRole('link', { name: 'Lists' }).click();
    await page.getByRole('link', { name: garage }).click();
    await page.getByRole('button', { name: 'Delete list' }).click();
    await expect(page.getByRole('heading', { name: 'Lists', level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: garage })).toBeHidden();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(page.getByRole('heading', { name: garage, level: 1 })).toBeVisible();
    await expect(row(kept)).toContainText('$60.00');
    await expect(row(dropped)).toContainText('Not sold any more');
  });

  await test.step('staff see what it would cost the company', async () => {
    const office = await (await browser.newContext()).newPage();
    await alreadySignedIn(office, await ironbridge.aMember(['sales_manager']));
    await office.goto(`/backoffice/prices/simulator?company=${buyer.company.id}`);
    await office.getByRole('radio', { name: 'Saved list' }).click();
    await office.getByRole('combobox', { name: /^Saved list/ }).fill('Garage');
    await office.getByRole('option', { name: new RegExp(garage) }).click();
    const outcome = office.getByRole('region', { name: 'Today and then' });
    await expect(outcome.getByRole('row').filter({ hasText: kept.name })).toContainText('$60.00');
    await expectAccessible(office, 'a simulated list');
    await office.reload();
    await expect(office.getByRole('combobox', { name: /^Saved list/ })).toHaveValue(garage);
    await expect(outcome.getByRole('row').filter({ hasText: kept.name })).toContainText('$60.00');
    await office.context().close();
  });
});
