import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessibility';
import { ironbridge, oneOfAKind, type Person, type Unit } from '../support/shop';
import { alreadySignedIn } from '../support/sign-in';

interface CartLine {
  sku: string;
  quantity: string;
}

const cartOf = async ({ email, password }: Person): Promise<CartLine[]> => {
  const token = await ironbridge.signIn(email, password);
  return (await ironbridge.call<{ lines: CartLine[] }>(token, 'GET', '/cart')).lines;
};
const bagsBy = (step: string): Unit[] => [{ code: 'bag', name: 'bag', factor: '1', step, minimum: step }];

test('two hundred pasted lines: what cannot go in stands beside, and nothing goes in before Add', async ({ page }) => {
  const buyer = await ironbridge.aBuyer();
  const [withStep, archived] = [await ironbridge.aProduct({ units: bagsBy('1') }), await ironbridge.aProduct()];
  const token = await ironbridge.signIn(buyer.email, buyer.password);
  const found: { sku: string; price: unknown; units: { minimum: string; code: string }[] }[] = [];
  for (const at of [1, 2]) {
    const path = `/catalog/products?pageSize=200&page=${at}&sort=sku`;
    found.push(...(await ironbridge.call<typeof found>(token, 'GET', path)));
  }
  const sold = found.filter(({ price, sku }) => price !== null && !sku.startsWith('E2E-')).slice(0, 190);
  const missing = Array.from({ length: 8 }, () => `NONE-${oneOfAKind()}`);
  const lines = [
    ...sold.map(({ sku, units }) => `${sku} ${units[0]?.minimum ?? '1'} ${units[0]?.code ?? ''}`),
    `${withStep.sku} 3`,
    `${archived.sku}; 2; bag`,
    ...missing.map((sku) => `${sku}\t4`),
  ];
  expect(lines).toHaveLength(200);

  await alreadySignedIn(page, buyer);
  await page.goto('/quick-order');
  await page.getByLabel('Your list').fill(lines.join('\n'));
  await page.getByRole('button', { name: 'Check 200 lines' }).click();
  await expect(page.getByText('192 ready', { exact: true })).toBeVisible();
  await expect(page.getByText('8 cannot go in')).toBeVisible();
  expect(await cartOf(buyer)).toEqual([]);

  // What was sold a moment ago may not be any more: the server has the last word, line by line.
  await ironbridge.change(withStep, { units: bagsBy('5') });
  await ironbridge.change(archived, { status: 'archived' });
  await page.getByRole('button', { name: 'Add 192 ready lines' }).click();
  await expect(page.getByText('190 lines added')).toBeVisible();
  const read = page.getByRole('table', { name: 'What we read' });
  const lineOf = (sku: string) => read.getByRole('row').filter({ hasText: sku });
  await expect(lineOf(withStep.sku)).toContainText('Refused');
  await expect(lineOf(withStep.sku)).toContainText('Sold from 5 up');
  await expect(lineOf(archived.sku)).toContainText('This is not offered to your company at the moment');
  await expect(lineOf(missing[0] ?? '')).toContainText('No product matches');
  await expect(page.getByText('10 cannot go in')).toBeVisible();
  await expectAccessible(page, 'a list with refused lines');
  expect(await cartOf(buyer)).toHaveLength(190);
});

test('a change the server refuses steps back and says why beside the line', async ({ page }) => {
  const [buyer, product] = [await ironbridge.aBuyer(), await ironbridge.aProduct()];
  const token = await ironbridge.signIn(buyer.email, buyer.password);
  await ironbridge.call(token, 'POST', '/cart/lines', { sku: product.sku, quantity: '5' });
  await alreadySignedIn(page, buyer);
  await page.goto('/cart');
  const line = page.getByRole('row').filter({ hasText: product.name });
  const quantity = line.getByRole('textbox', { name: 'Quantity in bag' });
  await expect(quantity).toHaveValue('5');

  await ironbridge.change(product, { units: bagsBy('5') });
  await line.getByRole('button', { name: 'More' }).click();
  await expect(quantity).toHaveValue('6');
  await expect(line.getByRole('alert')).toHaveText('Sold in steps of 5; nearest 5 / 10');
  await expect(quantity).toHaveValue('5');
  await expectAccessible(page, 'a cart with a refusal');
});

test('an addition the server refuses leaves the cart as it was and says why in the row', async ({ page }) => {
  const [buyer, product] = [await ironbridge.aBuyer(), await ironbridge.aProduct()];
  await alreadySignedIn(page, buyer);
  await page.goto(`/?search=${product.sku}`);
  const row = page.getByRole('row').filter({ hasText: product.name });
  await expect(row.getByRole('button', { name: /^Add/ })).toBeVisible();

  await ironbridge.change(product, { units: bagsBy('5') });
  await row.getByRole('button', { name: /^Add/ }).click();
  await expect(row.getByRole('alert')).toContainText(/^Sold (in steps of 5|from 5 up)/);
  await expect(row.getByText(/^In cart/)).toBeHidden();
  await expect(page.getByRole('link', { name: /^Cart/ })).toContainText('0');
});

test('without signal the page says so, keeps what is changed, and sends it once the signal is back', async ({
  page,
  context,
}) => {
  const [buyer, product] = [await ironbridge.aBuyer(), await ironbridge.aProduct()];
  const token = await ironbridge.signIn(buyer.email, buyer.password);
  await ironbridge.call(token, 'POST', '/cart/lines', { sku: product.sku, quantity: '5' });
  await alreadySignedIn(page, buyer);
  await page.goto('/cart');
  const line = page.getByRole('row').filter({ hasText: product.name });
  await expect(line.getByRole('textbox', { name: 'Quantity in bag' })).toHaveValue('5');

  await context.setOffline(true);
  await expect(page.getByText('No signal', { exact: true })).toBeVisible();
  await line.getByRole('button', { name: 'More' }).click();
  await expect(page.getByText('No signal. 1 change waits on this device.')).toBeVisible();
  await expect(line.getByRole('textbox', { name: 'Quantity in bag' })).toHaveValue('6');
  await expect(page.getByRole('button', { name: 'Place order' }).filter({ visible: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expectAccessible(page, 'the cart without signal');

  await context.setOffline(false);
  await expect(page.getByText(/^No signal/)).toBeHidden();
  await expect(line.getByText('$60.00')).toBeVisible();
  await expect.poll(async () => (await cartOf(buyer)).map(({ quantity }) => Number(quantity))).toEqual([6]);
});

test('a price that changed is shown old beside new, and ordering waits until it is accepted', async ({ page }) => {
  const [buyer, product] = [await ironbridge.aBuyer(), await ironbridge.aProduct({ price: '10.00' })];
  const token = await ironbridge.signIn(buyer.email, buyer.password);
  await ironbridge.call(token, 'POST', '/cart/lines', { sku: product.sku, quantity: '5' });
  await ironbridge.publish('National', [{ sku: product.sku, unit: 'bag', unitPrice: '11.00' }]);
  await alreadySignedIn(page, buyer);
  await page.goto('/cart');
  await expect(page.getByText('1 price changed since you added it')).toBeVisible();
  await expect(page.getByText(`${product.name}: $10.00 → $11.00 per bag`)).toBeVisible();
  await expect(page.getByText('Accept the changed prices first').filter({ visible: true })).toBeVisible();
  await expectAccessible(page, 'a cart with a changed price');
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByText('1 price changed since you added it')).toBeHidden();
  await page.getByRole('button', { name: 'Place order' }).filter({ visible: true }).click();
  await expect(page.getByRole('heading', { name: /is placed$/ })).toBeVisible();
});
