import { expect, test } from '@playwright/test';
import { ironbridge, oneOfAKind } from '../support/shop';
import { alreadySignedIn } from '../support/sign-in';

test('the catalogue by keyboard alone: move, change the quantity, add, search, help', async ({ page }) => {
  const [buyer, word] = [await ironbridge.aBuyer(), oneOfAKind()];
  for (const name of ['Alpha', 'Beta', 'Gamma'])
    await ironbridge.aProduct({ name: `${name} lath ${word}`, stock: '60' });
  await alreadySignedIn(page, buyer);
  await page.goto(`/?search=${word}&sort=name`);
  const row = (name: string) => page.getByRole('row').filter({ hasText: `${name} lath` });
  await expect(page.getByText('3 products')).toBeVisible();

  await page.keyboard.press('j');
  await expect(row('Alpha')).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(row('Gamma')).toBeFocused();
  await page.keyboard.press('k');
  await expect(row('Beta')).toBeFocused();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('-');
  await expect(row('Beta').getByRole('textbox', { name: 'Quantity in bag' })).toHaveValue('2');
  await page.keyboard.press('Enter');
  await expect(row('Beta').getByText('In cart: 2 bags')).toBeVisible();

  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { name: 'Stock by branch' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Stock by branch' })).toBeHidden();

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Shortcuts' });
  await expect(help).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search products' })).toBeFocused();
  await page.keyboard.type(`gamma ${word}`);
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 product', { exact: true })).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: 'Cart', level: 1 })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Beta lath' })).toBeVisible();
});

test('the orders queue by keyboard alone: move, look, open, confirm', async ({ page }) => {
  const [buyer, product] = [await ironbridge.aBuyer(), await ironbridge.aProduct()];
  const orders = [await ironbridge.anOrder(buyer, product), await ironbridge.anOrder(buyer, product, '7')];
  await alreadySignedIn(page, await ironbridge.aMember(['sales_rep']));
  await page.goto('/backoffice/orders');
  await expect(page.getByRole('heading', { name: 'Orders', level: 1 })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type(buyer.company.name);
  await expect(page.getByText('2 orders', { exact: true })).toBeVisible();
  const numbers = await page.locator('[data-row-link]').allTextContents();
  expect(numbers.toSorted()).toEqual(orders.map(({ number }) => number).toSorted());

  await page.keyboard.press('Enter');
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: numbers[0] })).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: numbers[1] })).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press(' ');
  await expect(page.getByRole('complementary', { name: `Order ${numbers[0] ?? ''}` })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('complementary', { name: `Order ${numbers[1] ?? ''}` })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toBeHidden();

  await page.keyboard.press('c');
  const ask = page.getByRole('alertdialog', { name: `Confirm order ${numbers[1] ?? ''}?` });
  await expect(ask).toBeVisible();
  await ask.getByRole('button', { name: 'Confirm order' }).press('Enter');
  await expect(page.getByText('1 order confirmed')).toBeVisible();

  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `Order ${numbers[0] ?? ''}` })).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByText(`Order ${numbers[0] ?? ''} confirmed`)).toBeVisible();
});

test('the price grid by keyboard alone: arrows, typing, undo', async ({ page }) => {
  const word = oneOfAKind();
  for (const name of ['Alpha', 'Beta']) await ironbridge.aProduct({ name: `${name} purlin ${word}`, price: '12.00' });
  await alreadySignedIn(page, await ironbridge.aMember(['sales_manager']));
  await page.goto(`/backoffice/prices?table=${await ironbridge.priceTable('WA')}&search=${word}`);
  const grid = page.getByRole('grid', { name: 'Prices by product and table' });
  const cell = (name: string) =>
    grid
      .getByRole('row')
      .filter({ hasText: `${name} purlin` })
      .getByRole('gridcell')
      .last();
  await expect(cell('Beta')).toContainText('12.00, inherited');

  await grid.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('13.25');
  await page.keyboard.press('Enter');
  await expect(cell('Alpha')).toContainText('13.25, pending');
  await page.keyboard.type('14');
  await page.keyboard.press('Enter');
  await expect(cell('Beta')).toContainText('14.00, pending');
  await expect(page.getByRole('region', { name: 'Pending changes' })).toContainText('2 prices');
  await page.keyboard.press('Control+z');
  await expect(cell('Beta')).toContainText('12.00, inherited');
  await expect(page.getByRole('region', { name: 'Pending changes' })).toContainText('1 price');

  await page.keyboard.type('1x');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“1x” cannot be read as a price.').first()).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await expect(cell('Alpha')).toContainText('12.00, inherited');
  await expect(page.getByRole('region', { name: 'Pending changes' })).toBeHidden();
});

test('a search that is typed slowly loses no letter, and Clear still empties the box', async ({ page }) => {
  await alreadySignedIn(page, await ironbridge.aMember(['sales_rep']));
  await page.goto('/backoffice/orders');
  const box = page.getByRole('searchbox', { name: 'Number, PO, company or SKU' });
  // One letter about each time the list is asked anew.
  await box.pressSequentially('Hearthstone', { delay: 260 });
  await expect(box).toHaveValue('Hearthstone');
  await expect(page).toHaveURL(/search=Hearthstone$/);
  await box.fill('nobody is called like this');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(box).toHaveValue('');
});
