import { buffer } from 'node:stream/consumers';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility';
import { ironbridge, oneOfAKind } from '../support/shop';
import { alreadySignedIn } from '../support/sign-in';

interface Given {
  company: { id: string; name: string };
  table: string;
  word: string;
}

/** Three products with national prices, and a company with a table of its own and nothing in it. */
async function given(): Promise<Given> {
  const word = oneOfAKind();
  const { company } = await ironbridge.aBuyer();
  const table = await ironbridge.priceTable(company.name, company);
  for (const [name, price] of Object.entries({ Alpha: '10.00', Beta: '20.00', Gamma: '30.00' }))
    await ironbridge.aProduct({ name: `${name} grout ${word}`, price });
  return { company, table, word };
}

async function grid(page: Page, { company, word }: Given): Promise<(name: string) => Locator> {
  await page.goto(`/backoffice/prices?company=${company.id}&search=${word}`);
  const sheet = page.getByRole('grid', { name: 'Prices by product and table' });
  // Their names, the head of their category and the three.
  await expect(sheet.getByRole('row')).toHaveCount(5);
  await expect(sheet.getByRole('row').last()).toContainText('Gamma grout');
  return (name) =>
    sheet
      .getByRole('row')
      .filter({ hasText: `${name} grout` })
      .getByRole('gridcell')
      .last();
}

async function aManager(page: Page): Promise<void> {
  await alreadySignedIn(page, await ironbridge.aMember(['sales_manager']));
}

/** The prices a table's draft holds, by product. */
async function drafted(table: string): Promise<Record<string, string | null>> {
  const path = `/backoffice/price-tables/${table}/revisions`;
  const [draft] = await ironbridge.byOwner<{ id: string }[]>('GET', `${path}?status=draft`);
  if (!draft) return {};
  const lines = await ironbridge.byOwner<{ name: string; newPrice: string | null }[]>(
    'GET',
    `${path}/${draft.id}/diff`,
  );
  return Object.fromEntries(
    lines.map(({ name, newPrice }) => [name.split(' ')[0], newPrice && Number(newPrice).toFixed(2)]),
  );
}

test('a block from a spreadsheet is pasted; what is no price says so and the rest is kept', async ({ page }) => {
  const sheet = await given();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await aManager(page);
  const cell = await grid(page, sheet);
  await page.evaluate((text) => navigator.clipboard.writeText(text), '"$ 1,234.50"\r\nask Jo\r\n\u00a07.1\r\n');
  await cell('Alpha').click();
  await page.keyboard.press('Control+v');

  await expect(cell('Alpha')).toContainText('1,234.50, pending');
  await expect(cell('Gamma')).toContainText('7.10, pending');
  await expect(cell('Beta')).toContainText('“ask Jo” cannot be read as a price');
  await expect(cell('Beta')).toHaveAttribute('aria-invalid', 'true');
  const troubles = page.getByRole('region', { name: 'Prices that are not saved' });
  await expect(troubles).toContainText('1 price was not taken');
  await expectAccessible(page, 'the grid with a refused price');
  await expect.poll(() => drafted(sheet.table)).toEqual({ Alpha: '1234.50', Gamma: '7.10' });

  await troubles.getByRole('button', { name: 'Leave as it was' }).click();
  await expect(cell('Beta')).toContainText('20.00, inherited');
  await expect(troubles).toBeHidden();
  await page.reload();
  await expect(cell('Alpha')).toContainText('1,234.50, pending');

  await cell('Alpha').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('1234.50\r\n20.00');
});

test('prices are written by keyboard alone, filled down, taken away and undone, also on the server', async ({
  page,
}) => {
  const sheet = await given();
  await aManager(page);
  const cell = await grid(page, sheet);
  await cell('Alpha').click();

  await page.keyboard.type('12.5');
  await page.keyboard.press('Enter');
  await expect(cell('Alpha')).toContainText('12.50, pending');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: /Price of Beta grout/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cell('Beta')).toContainText('20.00, inherited');
  await page.keyboard.type('18');
  await page.keyboard.press('Shift+Enter');

  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await expect(cell('Gamma')).toContainText('12.50, pending');
  await expect.poll(() => drafted(sheet.table)).toEqual({ Alpha: '12.50', Beta: '12.50', Gamma: '12.50' });

  await page.keyboard.press('Control+z');
  await expect(cell('Beta')).toContainText('18.00, pending');
  await expect(cell('Gamma')).toContainText('30.00, inherited');
  await expect.poll(() => drafted(sheet.table)).toEqual({ Alpha: '12.50', Beta: '18.00' });

  await page.keyboard.press('Control+y');
  await expect(cell('Gamma')).toContainText('12.50, pending');
  await page.keyboard.press('Delete');
  await expect(cell('Alpha')).toContainText('10.00, inherited');
  await expect.poll(() => drafted(sheet.table)).toEqual({});

  await page.keyboard.press('Alt+Enter');
  await expect(page.getByRole('dialog', { name: 'Why this price' })).toContainText('$10.00');
});

test('two editors of one draft see each other’s prices, and neither loses one', async ({ page, browser }) => {
  const sheet = await given();
  await aManager(page);
  const other = await (await browser.newContext()).newPage();
  await aManager(other);
  const [mine, theirs] = [await grid(page, sheet), await grid(other, sheet)];

  await mine('Alpha').click();
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await expect.poll(() => drafted(sheet.table)).toEqual({ Alpha: '9.00' });
  await theirs('Alpha').click();
  await other.getByRole('button', { name: /^Draft of/ }).click();
  await other.getByRole('menuitem', { name: /^Revision/ }).click();
  await expect(theirs('Alpha')).toContainText('9.00, pending');

  // The other one is not told of the next price before writing one.
  await other.route('**/price-revisions?*', (route) => route.abort());
  await page.keyboard.type('19');
  await page.keyboard.press('Enter');
  await expect.poll(() => drafted(sheet.table)).toEqual({ Alpha: '9.00', Beta: '19.00' });
  await theirs('Beta').click();
  await other.keyboard.type('17');
  await other.keyboard.press('Enter');

  const troubles = other.getByRole('region', { name: 'Prices that are not saved' });
  await expect(troubles).toContainText('Iris Newell wrote 19.00 meanwhile');
  await expect(theirs('Beta')).toContainText('17.00');
  await expectAccessible(other, 'a price two people wrote');
  await troubles.getByRole('button', { name: 'Keep 17.00' }).click();
  await expect(troubles).toBeHidden();
  await expect(mine('Beta')).toContainText('17.00, pending');
  await other.context().close();
});

test('what is written without a line is kept, marked and saved once it is back', async ({ page }) => {
  const sheet = await given();
  await aManager(page);
  const cell = await grid(page, sheet);
  await page.context().setOffline(true);
  await cell('Gamma').click();
  await page.keyboard.type('28');
  await page.keyboard.press('Enter');
  await expect(cell('Gamma')).toContainText('28.00, pending');
  await expect(page.getByRole('region', { name: 'Prices that are not saved' })).toContainText(
    'waits for the connection',
  );
  await page.context().setOffline(false);
  await expect.poll(() => drafted(sheet.table)).toEqual({ Gamma: '28.00' });
  await expect(cell('Gamma')).toContainText('28.00, pending');
});

test('products stand under their categories, which fold by mouse and by keyboard', async ({ page }) => {
  const sheet = await given();
  await aManager(page);
  const cell = await grid(page, sheet);
  const rows = page.getByRole('grid', { name: 'Prices by product and table' }).getByRole('row');
  const head = rows.getByRole('button', { name: /3 of \d+/ });
  await expect(head).toHaveAttribute('aria-expanded', 'true');
  await expectAccessible(page, 'the grid under a category');
  await head.click();
  await expect(head).toHaveAttribute('aria-expanded', 'false');
  await expect(rows).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(cell('Gamma')).toContainText('30.00, inherited');

  await cell('Beta').click();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(head).toHaveAttribute('aria-expanded', 'false');
  await expect(head).toBeFocused();
  await expectAccessible(page, 'the grid under a folded category');
  // Nothing that is folded away can be written into.
  await page.keyboard.press('Escape');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await head.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('11');
  await page.keyboard.press('Enter');
  await expect.poll(() => drafted(sheet.table)).toEqual({ Alpha: '11.00' });

  await page.getByRole('button', { name: 'Order of rows' }).click();
  await page.getByRole('menuitem', { name: 'By name, without categories' }).click();
  await expect(head).toBeHidden();
  await expect(rows).toHaveCount(4);
  await expect(page).toHaveURL(/by=name/);
});

test('what is copied and pasted back changes nothing; undo leads to where it takes something back', async ({
  page,
}) => {
  const sheet = await given();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await aManager(page);
  const cell = await grid(page, sheet);
  await cell('Alpha').click();
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await cell('Alpha').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expect(cell('Beta')).toContainText('20.00, inherited');
  await expect.poll(() => drafted(sheet.table)).toEqual({ Alpha: '9.00' });
  await cell('Gamma').click();
  await page.keyboard.press('Control+z');
  await expect(cell('Alpha')).toContainText('10.00, inherited');
  await expect(cell('Alpha')).toHaveAttribute('aria-selected', 'true');
});

test('the file of the grid holds the drafts’ changes when it is asked to', async ({ page }) => {
  const sheet = await given();
  await aManager(page);
  const cell = await grid(page, sheet);
  await cell('Beta').click();
  await page.keyboard.type('19.5');
  await page.keyboard.press('Enter');
  await expect.poll(() => drafted(sheet.table)).toEqual({ Beta: '19.50' });
  const file = async (item: number): Promise<string> => {
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).nth(item).click(),
    ]);
    return (await buffer(await download.createReadStream())).toString();
  };
  await expect(page.getByRole('region', { name: 'Pending changes' })).toContainText('1 price');
  expect(await file(0)).not.toContain('19.5');
  expect(await file(1)).toMatch(/,19\.5,USD,,,set/);
});

test('the grid narrows to products with a price of their own, and shows the prices of another day', async ({
  page,
}) => {
  const sheet = await given();
  const [beta] = await ironbridge.byOwner<{ sku: string }[]>('GET', `/backoffice/products?search=Beta ${sheet.word}`);
  await ironbridge.publish(sheet.company, [{ sku: beta?.sku ?? '', unit: 'bag', unitPrice: '15.00' }]);
  await aManager(page);
  const cell = await grid(page, sheet);
  await page.getByRole('radio', { name: /^Overrides/ }).click();
  const rows = page.getByRole('grid', { name: 'Prices by product and table' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(cell('Beta')).toContainText('15.00, own price');
  await expect(page.getByRole('radio', { name: 'Overrides 1' })).toBeVisible();

  await page.goto(`/backoffice/prices?company=${sheet.company.id}&search=${sheet.word}&at=2020-02-03`);
  await expect(page.getByText('They can be read, not changed')).toBeVisible();
  await expect(cell('Beta')).toContainText('No price');
  await cell('Beta').dblclick();
  await expect(page.getByRole('textbox', { name: /Price of Beta/ })).toHaveCount(0);
});

test('a price is read and changed in a hand', async ({ page }) => {
  const sheet = await given();
  await aManager(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/backoffice/prices?company=${sheet.company.id}&search=${sheet.word}`);
  await page.getByRole('combobox', { name: 'Prices of' }).click();
  await page.getByRole('option', { name: sheet.company.name }).click();
  const line = page.getByRole('button', { name: /Beta grout/ });
  await expect(line).toContainText('20.00');
  await expectNoSidewaysScroll(page, 'prices in a hand');
  await line.click();
  await page.getByRole('dialog').getByRole('textbox').fill('21,5');
  await expectAccessible(page, 'a price in a hand');
  await page.getByRole('button', { name: 'Save price' }).click();
  await expect(line).toContainText('21.50');
  await expect.poll(() => drafted(sheet.table)).toEqual({ Beta: '21.50' });
});
