import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility';
import { ironbridge, type Person, type Product } from '../support/shop';
import { alreadySignedIn } from '../support/sign-in';

interface Table {
  id: string;
  name: string;
  company: { id: string; name: string };
}

interface Revision {
  id: string;
  number: number;
  version: number;
  status: string;
}

/** A contract of a company of its own. */
async function aTable(): Promise<Table> {
  const { company } = await ironbridge.aBuyer();
  return { id: await ironbridge.priceTable(company.name, company), name: company.name, company };
}

const someProducts = async (count: number): Promise<Product[]> => {
  const products: Product[] = [];
  for (let made = 0; made < count; made += 1) products.push(await ironbridge.aProduct());
  return products.toSorted((one, other) => (one.sku < other.sku ? -1 : 1));
};

const revisionsOf = ({ id }: Table): string => `/backoffice/price-tables/${id}/revisions`;

async function write(table: Table, revision: { id: string }, prices: readonly [Product, string][]): Promise<void> {
  await ironbridge.byOwner('PUT', `${revisionsOf(table)}/${revision.id}/changes`, {
    changes: prices.map(([{ sku }, unitPrice]) => ({ sku, unit: 'bag', action: 'set', unitPrice })),
  });
}

async function aDraft(table: Table, prices: readonly [Product, string][], name?: string): Promise<Revision> {
  const draft = await ironbridge.byOwner<Revision>('POST', revisionsOf(table), name ? { name } : {});
  if (prices.length > 0) await write(table, draft, prices);
  return draft;
}

const publish = (table: Table, prices: readonly [Product, string][]): Promise<void> =>
  ironbridge.publish(
    { id: table.company.id, name: table.name },
    prices.map(([{ sku }, unitPrice]) => ({ sku, unit: 'bag', unitPrice })),
  );

/** What a table asks for a product from now on. */
async function livePrice(table: Table, { id }: Product): Promise<number> {
  const query = `productId=${id}&tableId=${table.id}&pageSize=1`;
  const [price] = await ironbridge.byOwner<{ unitPrice: string }[]>('GET', `/backoffice/price-history?${query}`);
  return Number(price?.unitPrice);
}

const stateOf = async (table: Table, { id }: { id: string }): Promise<string> =>
  (await ironbridge.byOwner<Revision>('GET', `${revisionsOf(table)}/${id}`)).status;

const open = (page: Page, table: Table, { id }: { id: string }, query = 'sort=sku') =>
  page.goto(`/backoffice/prices/revisions/${table.id}/${id}?${query}`);

const line = (page: Page, { name }: Product) =>
  page.getByRole('table', { name: 'What changes' }).getByRole('row').filter({ hasText: name });

const aManager = (): Promise<Person> => ironbridge.aMember(['sales_manager']);

/** Saves what a button of an export menu gives, and answers the file. */
async function exported(page: Page, format: 'CSV' | 'Excel (XLSX)'): Promise<{ name: string; buffer: Buffer }> {
  await page.getByRole('button', { name: 'Export', exact: true }).last().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ]);
  return { name: download.suggestedFilename(), buffer: await readFile(await download.path()) };
}

const types = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

async function upload(page: Page, { name, buffer }: { name: string; buffer: Buffer }): Promise<void> {
  await page.getByRole('button', { name: 'Change prices' }).click();
  await page.getByRole('menuitem', { name: 'Upload a file' }).click();
  const mimeType = name.endsWith('.xlsx') ? types.xlsx : types.csv;
  await page.getByLabel(/Drop a CSV or XLSX/).setInputFiles({ name, mimeType, buffer });
}

test('an hour the clocks skip is no moment to go live at: the last minute before or the first after is', async ({
  page,
}) => {
  const table = await aTable();
  const [product] = (await someProducts(1)) as [Product];
  const draft = await aDraft(table, [[product, '9.00']], `Spring ${table.name}`);
  await alreadySignedIn(page, await aManager());
  await open(page, table, draft);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish 1 price' });
  await dialog.getByRole('radio', { name: 'At a date and time' }).check();
  await dialog.getByLabel('Date', { exact: true }).fill('2027-03-14');
  await dialog.getByLabel('Time', { exact: true }).fill('02:30');
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The clocks skip this time on that day');
  await expect(dialog.getByRole('button', { name: 'Sun 14 Mar 2027, 01:59' })).toBeVisible();
  await expectAccessible(page, 'an hour that is skipped');

  await test.step('another time is another question', async () => {
    await dialog.getByLabel('Time', { exact: true }).fill('02:45');
    await expect(dialog.getByRole('alert')).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Schedule' }).click();
  });

  await dialog.getByRole('button', { name: 'Sun 14 Mar 2027, 03:00' }).click();
  await expect(page.getByText(/^Goes live Sun 14 Mar 2027, 03:00/)).toBeVisible();
  expect(await stateOf(table, draft)).toBe('scheduled');

  await test.step('it stands in the calendar at that time, and is withdrawn there', async () => {
    await page.goto('/backoffice/prices/calendar?month=2027-03&look=agenda');
    const entry = page.getByRole('button', { name: new RegExp(`^03:00.*Spring ${table.name}`) });
    await entry.click();
    await page
      .getByRole('complementary', { name: /^Revision/ })
      .getByRole('button', { name: 'Withdraw' })
      .click();
    const sure = page.getByRole('alertdialog', { name: /^Withdraw revision/ });
    await expect(sure).toContainText('It will not go live Sun 14 Mar 2027, 03:00');
    await sure.getByRole('button', { name: 'Withdraw' }).click();
    await expect(page.getByText(/^Revision \d+ is withdrawn$/)).toBeVisible();
    expect(await stateOf(table, draft)).toBe('withdrawn');
  });
});

test('a draft is withdrawn from its page, and nothing leads back', async ({ page }) => {
  const table = await aTable();
  const [product] = (await someProducts(1)) as [Product];
  const draft = await aDraft(table, [[product, '9.00']]);
  await alreadySignedIn(page, await aManager());
  await open(page, table, draft);
  await page.getByRole('button', { name: 'More steps' }).click();
  await page.getByRole('menuitem', { name: 'Withdraw' }).click();
  const sure = page.getByRole('alertdialog', { name: /^Withdraw revision/ });
  await sure.getByRole('button', { name: 'Keep it' }).click();
  await expect(sure).toBeHidden();
  expect(await stateOf(table, draft)).toBe('draft');
  await page.getByRole('button', { name: 'More steps' }).click();
  await page.getByRole('menuitem', { name: 'Withdraw' }).click();
  await sure.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByText('Withdrawn', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change prices' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Hand in' })).toHaveCount(0);
});

test('an approval belongs to what was seen: what was edited meanwhile is not approved, and the approver reads what happened', async ({
  page,
}) => {
  const table = await aTable();
  const [seen, added] = (await someProducts(2)) as [Product, Product];
  const draft = await aDraft(table, [[seen, '9.00']]);
  await ironbridge.byOwner('POST', `${revisionsOf(table)}/${draft.id}/submit`, { note: 'From the supplier' });
  await alreadySignedIn(page, await aManager());
  await open(page, table, draft);
  await expect(line(page, seen)).toContainText('$9.00');
  await page.getByRole('button', { name: 'Approve' }).click();
  const dialog = page.getByRole('dialog', { name: /^Approve revision/ });
  await expect(dialog).toContainText('1 price by');

  await write(table, draft, [
    [seen, '7.00'],
    [added, '5.00'],
  ]);
  await dialog.getByRole('button', { name: 'Approve' }).click();
  const stale = dialog.getByRole('alert');
  await expect(stale).toContainText('This is no longer what you looked at');
  await expect(stale).toContainText('It is now: Draft');
  await expect(stale).toContainText('Prices in it: 1 then, 2 now');
  await expect(stale).toContainText('Edited again, approval taken back');
  await expect(stale.getByRole('listitem')).toHaveCount(3);
  await expectAccessible(page, 'a stale approval');
  expect(await stateOf(table, draft)).toBe('draft');

  await stale.getByRole('button', { name: 'Look again' }).click();
  await expect(dialog).toBeHidden();
  await expect(line(page, seen)).toContainText('$7.00');
  await expect(line(page, added)).toContainText('$5.00');
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
});

test('prices that went live under a draft are decided one by one or all at once, and then it goes live', async ({
  page,
}) => {
  const table = await aTable();
  const [kept, taken, ...others] = (await someProducts(4)) as [Product, Product, Product, Product];
  const all = [kept, taken, ...others];
  const draft = await aDraft(
    table,
    all.map((product) => [product, '9.00']),
  );
  await publish(
    table,
    all.map((product) => [product, '8.00']),
  );
  await alreadySignedIn(page, await aManager());
  await open(page, table, draft);
  await expect(page.getByText('4 prices changed since they were written down')).toBeVisible();
  await page.getByRole('button', { name: 'Show them' }).click();
  await expect(page).toHaveURL(/only=conflicts/);

  const decide = async (product: Product, choice: string): Promise<void> => {
    await line(page, product).getByRole('button', { name: product.name }).first().click();
    const panel = page.getByRole('complementary', { name: product.name });
    await expect(panel).toContainText('It was None when this was written, now $8.00 is live');
    await panel.getByRole('button', { name: choice }).click();
    await expect(line(page, product)).toHaveCount(0);
  };
  await decide(kept, 'Keep $9.00');
  await expect(page.getByText('3 prices changed since they were written down')).toBeVisible();
  await decide(taken, 'Take $8.00');
  await expect(page.getByText('2 prices changed since they were written down')).toBeVisible();
  await expectAccessible(page, 'conflicts');

  await page.getByRole('button', { name: 'Take what is live, all' }).click();
  await expect(page.getByText(/changed since/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(line(page, kept)).toContainText('$9.00');
  await expect(line(page, taken)).toHaveCount(0);
  for (const product of others) await expect(line(page, product)).toHaveCount(0);

  await test.step('what was dropped comes back', async () => {
    await page.getByRole('button', { name: /^Undo/ }).click();
    for (const product of others) await expect(line(page, product)).toContainText('$9.00');
    await expect(page.getByRole('complementary', { name: 'About this revision' })).toContainText('Changes3');
  });

  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog', { name: 'Publish 3 prices' }).getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText(/^Revision \d+ is live$/)).toBeVisible();
  expect(await livePrice(table, kept)).toBe(9);
  expect(await livePrice(table, taken)).toBe(8);
});

test('what goes live while somebody publishes is shown where it is decided; a roll back it stands in the way of begins as a draft', async ({
  page,
}) => {
  const table = await aTable();
  const [product] = (await someProducts(1)) as [Product];
  const draft = await aDraft(table, [[product, '9.00']]);
  await alreadySignedIn(page, await aManager());
  await open(page, table, draft);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish 1 price' });
  await publish(table, [[product, '8.00']]);
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Some prices changed since they were written down');
  await dialog.getByRole('button', { name: 'Not yet' }).click();
  await expect(page.getByText('1 price changed since it was written down')).toBeVisible();
  await page.getByRole('button', { name: 'Keep the draft’s, all' }).click();
  await expect(page.getByText(/changed since/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText(/^Revision \d+ is live$/)).toBeVisible();

  await publish(table, [[product, '7.00']]);
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  const refused = page.getByRole('alertdialog', { name: 'Nothing was rolled back' });
  await expect(refused).toContainText('changed again since');
  expect(await livePrice(table, product)).toBe(7);
  await refused.getByRole('button', { name: 'Open as a draft' }).click();
  await expect(line(page, product)).toContainText('$8.00');
  await expect(page.getByText('1 price changed since it was written down')).toBeVisible();
});

test('chosen lines of what is live are rolled back, the others stay; and that is undone the same way', async ({
  page,
}) => {
  const table = await aTable();
  const [back, stays] = (await someProducts(2)) as [Product, Product];
  await publish(table, [
    [back, '10.00'],
    [stays, '10.00'],
  ]);
  await publish(table, [
    [back, '12.00'],
    [stays, '12.00'],
  ]);
  const [last] = await ironbridge.byOwner<Revision[]>('GET', `${revisionsOf(table)}?pageSize=1`);
  await alreadySignedIn(page, await aManager());
  await open(page, table, last ?? { id: '' });
  await line(page, back).getByRole('checkbox').check();
  await page
    .getByRole('group', { name: '1 selected' })
    .getByRole('button', { name: /^Roll back these/ })
    .click();
  await expect(page.getByText(/^1 price is rolled back by revision \d+$/)).toBeVisible();
  expect(await livePrice(table, back)).toBe(10);
  expect(await livePrice(table, stays)).toBe(12);

  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByText(/^Revision \d+ holds again$/)).toBeVisible();
  expect(await livePrice(table, back)).toBe(12);

  await test.step('or looked at first, as a draft of only these lines', async () => {
    await line(page, stays).getByRole('checkbox').check();
    await page
      .getByRole('group', { name: '1 selected' })
      .getByRole('button', { name: /^Look first/ })
      .click();
    await expect(page.getByText('Draft', { exact: true }).first()).toBeVisible();
    await expect(line(page, stays)).toContainText('$10.00');
    await expect(line(page, back)).toHaveCount(0);
  });
});

test('what a formula wrote is undone: what was in the draft before comes back', async ({ page }) => {
  const table = await aTable();
  const [typed, live] = (await someProducts(2)) as [Product, Product];
  await publish(table, [
    [typed, '10.00'],
    [live, '10.00'],
  ]);
  const draft = await aDraft(table, [[typed, '11.00']]);
  await alreadySignedIn(page, await aManager());
  await open(page, table, draft);
  await page.getByRole('button', { name: 'Change prices' }).click();
  await page.getByRole('menuitem', { name: 'By formula' }).click();
  const drawer = page.getByRole('dialog', { name: 'By formula' });
  await drawer.getByRole('radio', { name: 'Write' }).click();
  await drawer.getByRole('textbox', { name: 'Formula' }).fill('= 20');
  await drawer.getByRole('combobox', { name: 'Of these' }).click();
  await page.getByRole('option', { name: 'With a price in this table' }).click();
  await drawer.getByRole('button', { name: 'Change 2 prices' }).click();
  await expect(drawer).toBeHidden();
  await expect(line(page, typed)).toContainText('$20.00');
  await expect(line(page, live)).toContainText('$20.00');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByText('2 prices are as they were before the formula')).toBeVisible();
  await expect(line(page, typed)).toContainText('$11.00');
  await expect(line(page, live)).toHaveCount(0);
});

test('files that leave come back unchanged: a diff as XLSX into another draft, a table as CSV without a change', async ({
  page,
}) => {
  const table = await aTable();
  const [first, second] = (await someProducts(2)) as [Product, Product];
  await publish(table, [
    [first, '10.00'],
    [second, '0.4185'],
  ]);
  const draft = await aDraft(table, [
    [first, '10.55'],
    [second, '0.4375'],
  ]);
  const other = await aDraft(table, []);
  await alreadySignedIn(page, await aManager());
  await open(page, table, draft);
  await expect(line(page, first)).toContainText('$10.55');
  const workbook = await exported(page, 'Excel (XLSX)');
  expect(workbook.name).toMatch(/\.xlsx$/);

  await open(page, table, other);
  await page.getByRole('button', { name: 'Upload a file' }).waitFor();
  await upload(page, workbook);
  await expect(page.getByText('2 prices are in the draft')).toBeVisible();
  await page.getByRole('button', { name: 'Look at the changes' }).click();
  await expect(line(page, first)).toContainText('$10.55');
  await expect(line(page, second)).toContainText('$0.4375');
  await expect(line(page, second)).toContainText('+4.5%');

  await page.goto(`/backoffice/prices/tables?search=${encodeURIComponent(table.name)}&selected=${table.id}`);
  await expect(page.getByRole('complementary', { name: table.name })).toBeVisible();
  const csv = await exported(page, 'CSV');
  expect(csv.name).toMatch(/\.csv$/);
  expect(csv.buffer.toString()).toContain(second.sku);
  const third = await aDraft(table, []);
  await open(page, table, third);
  await page.getByRole('button', { name: 'Upload a file' }).waitFor();
  await upload(page, csv);
  await expect(page.getByText('2 rows say what holds already.')).toBeVisible();
  await page.getByRole('button', { name: 'Look at the changes' }).click();
  await expect(page.getByText('Nothing is changed yet')).toBeVisible();
});
