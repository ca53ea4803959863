import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessibility';
import { ironbridge, oneOfAKind } from '../support/shop';
import { alreadySignedIn } from '../support/sign-in';

test('an old order line explains its price as it was, and says what it would be today', async ({ page }) => {
  const word = oneOfAKind();
  const product = await ironbridge.aProduct({
    name: `Explained gypsum ${word}`,
    price: '10.00',
    tiers: [{ minQuantity: '20', unitPrice: '9.00' }],
  });
  const buyer = await ironbridge.aBuyer();
  const order = await ironbridge.anOrder(buyer, product, '5');
  await ironbridge.publish('National', [{ sku: product.sku, unit: 'bag', unitPrice: '12.50' }]);
  await ironbridge.publish(buyer.company, [{ sku: product.sku, unit: 'bag', unitPrice: '11.00' }]);
  await alreadySignedIn(page, await ironbridge.aMember(['sales_manager']));

  await page.goto(`/backoffice/orders/${order.id}`);
  await page.getByRole('button', { name: /List price.*why/i }).click();
  const why = page.getByRole('dialog', { name: 'Why this price' });
  const price = why.getByRole('region', { name: 'The price' });

  await test.step('then: the price of the day, what lost to it and why, the revision and its author', async () => {
    await expect(why.getByRole('radio', { name: 'When ordered' })).toBeChecked();
    await expect(price).toContainText('$10.00');
    await expect(price).toContainText('$50.00');
    await expect(why.getByRole('listitem').first()).toContainText('Margaret Doyle');
    await expect(why.getByRole('listitem').filter({ hasText: '$9.00' })).toContainText('Below tier');
    await expect(why.getByText('$11.00')).toBeHidden();
    await expectAccessible(page, 'the explanation of an old order line');
  });

  await test.step('today: the contract made since, the list price it was preferred to', async () => {
    await why.getByRole('radio', { name: 'Today' }).click();
    await expect(price).toContainText('$11.00');
    await expect(why.getByRole('listitem').filter({ hasText: '$12.50' })).toContainText('Less specific');
    await why.getByRole('link', { name: 'Open as a page' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Explain a price' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'The price', exact: true })).toContainText('$11.00');
  });

  await test.step('the history beside it knows both list prices', async () => {
    const history = page.getByRole('region', { name: 'Price history' });
    await expect(history.getByRole('listitem').filter({ hasText: '$12.50' })).toContainText('Holds');
    await expect(history.getByRole('listitem').filter({ hasText: '$10.00' })).not.toContainText('Holds');
  });
});

test('a buyer reads why at the badge, by keyboard, and a published price appears without a reload', async ({
  page,
}) => {
  const word = oneOfAKind();
  const product = await ironbridge.aProduct({ name: `Watched gravel ${word}`, price: '10.00' });
  const buyer = await ironbridge.aBuyer();
  await ironbridge.publish(buyer.company, [
    { sku: product.sku, unit: 'bag', unitPrice: '9.00' },
    { sku: product.sku, unit: 'bag', minQuantity: '50', unitPrice: '8.00' },
  ]);
  await alreadySignedIn(page, buyer);
  await page.goto(`/?search=${word}`);
  const row = page.getByRole('row').filter({ hasText: product.name });
  await expect(row.getByText('$9.00 per bag')).toBeAttached();

  await test.step('the short form opens and closes by keyboard and names no table and nobody', async () => {
    const badge = row.getByRole('button', { name: 'Contract price', exact: true });
    await badge.focus();
    await page.keyboard.press('Enter');
    const short = page.getByRole('dialog', { name: 'Why this price' });
    await expect(short).toContainText('Agreed with your company');
    await expect(short).toContainText('The list says $10.00');
    await expect(short).not.toContainText('Margaret Doyle');
    await expectAccessible(page, 'the short form of an explanation');
    await page.keyboard.press('Escape');
    await expect(short).toBeHidden();
    await expect(badge).toBeFocused();
  });

  await test.step('coming back to the page shows what was published meanwhile', async () => {
    await ironbridge.publish(buyer.company, [{ sku: product.sku, unit: 'bag', unitPrice: '8.70' }]);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await expect(row.getByText('$8.70 per bag')).toBeAttached();
  });

  await test.step('the tier reached is part of the reason', async () => {
    await row.getByRole('textbox', { name: 'Quantity in bag' }).fill('50');
    await page.keyboard.press('Enter');
    await expect(row.getByRole('button', { name: 'Contract price, 50+ tier' })).toBeVisible();
  });
});

test('a trade code with limits: the checkout says why it does not count, staff see who used it', async ({
  page,
  browser,
}) => {
  const word = oneOfAKind();
  const product = await ironbridge.aProduct({ name: `Coded plaster ${word}`, price: '10.00' });
  const [buyer, later] = [await ironbridge.aBuyer(), await ironbridge.aBuyer()];
  const code = `ONCE-${word}`;
  await ironbridge.byOwner('POST', '/backoffice/trade-codes', {
    code,
    name: `Once only ${word}`,
    percent: '10',
    maxUses: 1,
    minimumOrder: '40.00',
  });
  const token = await ironbridge.signIn(buyer.email, buyer.password);
  await ironbridge.call(token, 'POST', '/cart/lines', { sku: product.sku, quantity: '3' });
  await alreadySignedIn(page, buyer);
  await page.goto('/cart');
  const checkout = page.getByRole('complementary', { name: 'Checkout' });

  await test.step('below its minimum the code is kept and does not count', async () => {
    await checkout.getByRole('button', { name: /trade code/i }).click();
    await checkout.getByLabel('Trade code').fill(code.toLowerCase());
    await page.keyboard.press('Enter');
    await expect(checkout.getByText('The code counts for orders from $40.00 up; $10.00 are missing.')).toBeVisible();
    await expectAccessible(page, 'a checkout with a code that does not count');
  });

  await test.step('with more in the cart it counts, and the order takes it', async () => {
    const quantity = page
      .getByRole('row')
      .filter({ hasText: product.name })
      .getByRole('textbox', { name: 'Quantity in bag' });
    await quantity.fill('5');
    await page.keyboard.press('Enter');
    await expect(checkout.getByText('are missing')).toBeHidden();
    await expect(page.getByRole('row').filter({ hasText: product.name })).toContainText('$45.00');
    await checkout.getByRole('button', { name: 'Place order' }).click();
    await expect(page).toHaveURL(/\/placed$/);
  });

  await test.step('the next buyer is told that it has been used up', async () => {
    const other = await (await browser.newContext()).newPage();
    const otherToken = await ironbridge.signIn(later.email, later.password);
    await ironbridge.call(otherToken, 'POST', '/cart/lines', { sku: product.sku, quantity: '5' });
    await alreadySignedIn(other, later);
    await other.goto('/cart');
    const offer = other.getByRole('complementary', { name: 'Checkout' });
    await offer.getByRole('button', { name: /trade code/i }).click();
    await offer.getByLabel('Trade code').fill(code);
    await other.keyboard.press('Enter');
    await expect(offer.getByText('This trade code has been used up')).toBeVisible();
    await other.context().close();
  });

  await test.step('staff see the use', async () => {
    const staff = await (await browser.newContext()).newPage();
    await alreadySignedIn(staff, await ironbridge.aMember(['sales_manager']));
    await staff.goto(`/backoffice/prices/discounts/codes?search=${word}`);
    const row = staff.getByRole('row').filter({ hasText: code });
    await expect(row).toContainText('1 of 1');
    await expect(row).toContainText('Used up');
    await row.click();
    const panel = staff.getByRole('complementary', { name: `Trade code ${code}` });
    await expect(panel.getByRole('listitem').filter({ hasText: buyer.company.name })).toContainText('took $5.00 off');
    await expectAccessible(staff, 'who used a trade code');
    await staff.context().close();
  });
});
