import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility';
import { expectMail } from '../support/mail';
import { ironbridge, oneOfAKind, type Product } from '../support/shop';
import { alreadySignedIn, demo } from '../support/sign-in';

const rowOf = (page: Page, { name }: Product) => page.getByRole('row').filter({ hasText: name });

test('a buyer finds products at their own prices, orders, and follows the order until all of it has arrived', async ({
  page,
  browser,
}) => {
  const buyer = await ironbridge.aBuyer({ stateCode: 'TX' });
  const word = oneOfAKind();
  const brand = `Kiln & Quarry ${word}`;
  const contracted = await ironbridge.aProduct({ name: `Contract mortar ${word}`, brand, price: '12.00' });
  const ofState = await ironbridge.aProduct({ name: `State grout ${word}`, brand, price: '20.00' });
  const listed = await ironbridge.aProduct({
    name: `Listed screed ${word}`,
    brand: `Other ${word}`,
    price: '10.00',
    tiers: [{ minQuantity: '10', unitPrice: '8.00' }],
    units: [
      { code: 'bag', name: 'bag', factor: '1', step: '1', minimum: '2' },
      { code: 'pallet', name: 'pallet', factor: '40', step: '1', minimum: '1' },
    ],
  });
  await ironbridge.publish(buyer.company, [{ sku: contracted.sku, unit: 'bag', unitPrice: '9.50' }]);
  await ironbridge.publish('TX', [{ sku: ofState.sku, unit: 'bag', unitPrice: '21.25' }]);
  await alreadySignedIn(page, buyer);

  await test.step('searches, filters, and Back takes the filter off again', async () => {
    await page.goto('/');
    await page.getByRole('searchbox', { name: 'Search products' }).fill(word.toLowerCase());
    await page.keyboard.press('Enter');
    await expect(page.getByText('3 products')).toBeVisible();
    await page.getByRole('checkbox', { name: brand }).click();
    await expect(page.getByRole('checkbox', { name: brand })).toBeChecked();
    await expect(page.getByText('2 products')).toBeVisible();
    await expect(rowOf(page, listed)).toBeHidden();
    const address = page.url();
    expect(new URL(address).searchParams.get('brand')).toBe(brand);

    const other = await page.context().newPage();
    await other.goto(address);
    await expect(other.getByText('2 products')).toBeVisible();
    await expect(other.getByRole('checkbox', { name: brand })).toBeChecked();
    await other.close();

    await page.goBack();
    await expect(page.getByText('3 products')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: brand })).not.toBeChecked();
    await expect(rowOf(page, listed)).toBeVisible();
  });

  await test.step('sees where each price comes from', async () => {
    const contract = rowOf(page, contracted);
    await expect(contract.getByText('Contract price', { exact: true })).toBeAttached();
    await expect(contract.getByText('$9.50 per bag')).toBeAttached();
    const state = rowOf(page, ofState);
    await expect(state.getByText('State · TX')).toBeVisible();
    await expect(state.getByText('$21.25 per bag')).toBeAttached();
    const list = rowOf(page, listed);
    await expect(list.getByText('List price', { exact: true })).toBeAttached();
    await expect(list.getByText('$10.00 per bag')).toBeAttached();
  });

  await test.step('changes quantities with the stepper and the keyboard', async () => {
    const list = rowOf(page, listed);
    const quantity = list.getByRole('textbox', { name: 'Quantity in bag' });
    await expect(quantity).toHaveValue('2');
    await list.getByRole('button', { name: 'More' }).click();
    await expect(quantity).toHaveValue('3');
    await quantity.fill('9');
    await quantity.press('ArrowUp');
    await expect(quantity).toHaveValue('10');
    await expect(list.getByText('$8.00 per bag')).toBeAttached();
    await expect(list.getByRole('button', { name: /^Add/ })).toContainText('$80.00');
    await list.getByRole('button', { name: /^Add/ }).click();
    await expect(list.getByText('In cart: 10 bags')).toBeVisible();

    const contract = rowOf(page, contracted);
    await contract.getByRole('textbox', { name: 'Quantity in bag' }).fill('4');
    await contract.getByRole('button', { name: /^Add/ }).click();
    await expect(contract.getByText('In cart: 4 bags')).toBeVisible();
    await rowOf(page, ofState).getByRole('button', { name: /^Add/ }).click();
    await expect(rowOf(page, ofState).getByText('In cart: 1 bag')).toBeVisible();
  });

  await test.step('checks the cart, whose totals are the server’s', async () => {
    await page.getByRole('link', { name: /^Cart/ }).click();
    await expect(page.getByRole('heading', { name: 'Cart', level: 1 })).toBeVisible();
    const line = rowOf(page, ofState);
    await line.getByRole('textbox', { name: 'Quantity in bag' }).press('ArrowUp');
    await expect(line.getByText('$42.50')).toBeVisible();
    const token = await ironbridge.signIn(buyer.email, buyer.password);
    await expect
      .poll(async () => (await ironbridge.call<{ subtotal: string }>(token, 'GET', '/cart')).subtotal)
      .toMatch(/^160\.50/);
    const cart = await ironbridge.call<{ subtotal: string; total: string }>(token, 'GET', '/cart');
    const checkout = page.getByRole('complementary', { name: 'Checkout' });
    await expect(checkout.getByText('3 lines at your prices')).toBeVisible();
    await expect(checkout.getByText(money(cart.subtotal), { exact: true }).first()).toBeVisible();
    await expect(checkout.getByText(money(cart.total), { exact: true }).first()).toBeVisible();
  });

  const number = await test.step('orders by bank transfer', async () => {
    await page.getByRole('radio', { name: /Bank transfer/ }).check();
    await page.getByLabel('PO number').fill(`PO-${word}`);
    await page.getByRole('button', { name: 'Place order' }).filter({ visible: true }).click();
    const heading = page.getByRole('heading', { name: /^Order .+ is placed$/ });
    await expect(heading).toBeVisible();
    await expect(page.getByText('Quote this reference with your transfer')).toBeVisible();
    await expectAccessible(page, 'the confirmation');
    return (await heading.textContent())?.match(/Order (\S+) is placed/)?.[1] ?? '';
  });
  await expectMail(buyer.email, new RegExp(`received order ${number}`));

  const sales = await (await browser.newContext()).newPage();
  await test.step('sales confirms in the backoffice', async () => {
    await alreadySignedIn(sales, demo('rep@ironbridge.example'));
    await sales.goto('/backoffice/orders');
    await sales.getByRole('searchbox', { name: 'Number, PO, company or SKU' }).fill(number);
    await sales.getByRole('link', { name: number }).click();
    await expect(sales.getByRole('heading', { name: `Order ${number}` })).toBeVisible();
    await sales.getByRole('button', { name: 'Confirm' }).click();
    await expect(sales.getByText(`Order ${number} confirmed`)).toBeVisible();
    await expect(sales.getByRole('button', { name: 'Ship' })).toBeHidden();
    await sales.context().close();
  });
  await expectMail(buyer.email, new RegExp(`order ${number} (is )?confirmed`, 'i'));

  const dock = await (await browser.newContext()).newPage();
  await test.step('fulfilment ships it in two parts and delivers both', async () => {
    await alreadySignedIn(dock, demo('fulfilment@ironbridge.example'));
    await dock.goto('/backoffice/orders?view=toShip');
    await dock.getByRole('searchbox', { name: 'Number, PO, company or SKU' }).fill(number);
    await dock.getByRole('link', { name: number }).click();
    await dock.getByRole('button', { name: 'Ship' }).click();
    const dialog = dock.getByRole('dialog', { name: `Ship order ${number}` });
    await dialog.getByLabel(`Ships now: ${listed.name}`).fill('6');
    await dialog.getByLabel(`Ships now: ${ofState.name}`).fill('99');
    await expect(dialog.getByText('Only 2 bags are open')).toBeVisible();
    await expectAccessible(dock, 'shipping with a quantity that is too large');
    await dialog.getByLabel(`Ships now: ${ofState.name}`).fill('0');
    await dialog.getByRole('button', { name: 'Ship 2 lines' }).click();
    await expect(dock.getByText('Shipment 1', { exact: true })).toBeVisible();

    await dock.getByRole('button', { name: 'Ship' }).click();
    await expect(dialog.getByLabel(`Ships now: ${listed.name}`)).toHaveValue('4');
    await dialog.getByRole('button', { name: 'Ship 2 lines' }).click();
    await expect(dock.getByText('Shipment 2', { exact: true })).toBeVisible();

    await dock.getByRole('button', { name: 'Mark delivered' }).click();
    const arrived = dock.getByRole('alertdialog', { name: `Did order ${number} arrive?` });
    await arrived.getByRole('radio', { name: /Shipment 1/ }).check();
    await arrived.getByRole('button', { name: 'Mark delivered' }).click();
    await expect(dock.getByText('Shipment 1 delivered')).toBeVisible();
    await dock.getByRole('button', { name: 'Mark delivered' }).click();
    await arrived.getByRole('button', { name: 'Mark delivered' }).click();
    await expect(dock.getByText('Shipment 2 delivered')).toBeVisible();
    await expect(dock.getByRole('button', { name: 'Ship' })).toBeHidden();
    await dock.context().close();
  });
  await expectMail(buyer.email, new RegExp(`order ${number}.*on its way`, 'i'));

  await test.step('the buyer sees what happened, the newest first, and that all has arrived', async () => {
    await page.getByRole('link', { name: 'See the order' }).click();
    await page.reload();
    const timeline = page.getByRole('list', { name: 'Timeline' }).getByRole('listitem');
    await expect(timeline).toHaveCount(6);
    await expect(timeline).toContainText(['Delivered', 'Delivered', 'On its way', 'On its way', 'Confirmed', 'Placed']);
    await expect(rowOf(page, listed)).toContainText('10 delivered');
    await expect(rowOf(page, contracted)).toContainText('4 delivered');
    await expect(rowOf(page, ofState)).toContainText('2 delivered');
  });
});

const money = (amount: string): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(Number(amount));
