import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessibility';
import { ironbridge, oneOfAKind } from '../support/shop';
import { alreadySignedIn } from '../support/sign-in';

test('a right that an admin takes away is gone from the screen and refused by the API', async ({ page, browser }) => {
  const name = `Desk ${oneOfAKind()}`;
  const role = await ironbridge.byOwner<{ code: string }>('POST', '/backoffice/roles', {
    name,
    side: 'staff',
    permissions: ['order.read', 'order.confirm', 'product.read'],
  });
  const member = await ironbridge.aMember([role.code]);
  const admin = await ironbridge.aMember(['owner']);
  const [buyer, product] = [await ironbridge.aBuyer(), await ironbridge.aProduct()];
  const order = await ironbridge.anOrder(buyer, product);

  await alreadySignedIn(page, member);
  await page.goto(`/backoffice/orders/${order.id}`);
  await expect(page.getByRole('button', { name: 'Confirm' })).toBeVisible();
  const old = await ironbridge.signIn(member.email, member.password);

  const office = await (await browser.newContext()).newPage();
  await alreadySignedIn(office, admin);
  await office.goto('/backoffice/roles');
  const matrix = office.getByRole('grid', { name: 'Permissions by role' });
  await expect(matrix.getByRole('columnheader', { name })).toBeVisible();
  const column = (await matrix.getByRole('columnheader').allTextContents()).findIndex((text) => text.startsWith(name));
  const cell = matrix
    .getByRole('row', { name: /^Confirm orders/ })
    .getByRole('gridcell')
    .nth(column - 1);
  await expect(cell).toHaveText('Yes');
  await cell.click();
  await expect(office.getByRole('region', { name: 'Changes not saved' })).toContainText(`1 change to ${name}`);
  await expectAccessible(office, 'the matrix with a change');
  await office.getByRole('button', { name: 'Save' }).click();
  await expect(office.getByRole('region', { name: 'Changes not saved' })).toBeHidden();
  await office.context().close();

  expect(await ironbridge.ask(old, 'GET', '/backoffice/orders')).toMatchObject({ status: 401 });
  const fresh = await ironbridge.signIn(member.email, member.password);
  const refused = await ironbridge.ask(fresh, 'POST', `/backoffice/orders/${order.id}/confirm`, {});
  expect(refused).toMatchObject({ status: 403, error: { code: 'auth.forbidden' } });

  // The next thing that is read brings the new rights with it, without signing in again.
  await page.getByRole('link', { name: 'Products' }).click();
  await expect(page.getByRole('heading', { name: 'Products', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: `Order ${order.number}` })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Confirm' })).toBeHidden();
});

test('what a role does not include is said, not shown', async ({ page }) => {
  await alreadySignedIn(page, await ironbridge.aMember(['fulfilment']));
  await page.goto('/backoffice/roles');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No access');
  await expect(page.getByText('Your role does not include this screen')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Roles' })).toBeHidden();
});
