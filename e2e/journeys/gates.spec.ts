import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessibility';
import { ironbridge } from '../support/shop';
import { alreadySignedIn, demo, fillLogin } from '../support/sign-in';

test('a stranger is sent to the login and on to where they were going', async ({ page }) => {
  await page.goto('/orders?status=open');
  await expect(page.getByRole('heading', { name: 'Sign in to your trade account' })).toBeVisible();
  await fillLogin(page, demo('purchaser@hearthstone.example'));
  await expect(page).toHaveURL(/\/orders\?status=open$/);
  await expect(page.getByRole('heading', { name: 'Orders', level: 1 })).toBeVisible();
});

test('the backoffice sends a stranger to its own login and on', async ({ page }) => {
  await page.goto('/backoffice/stock');
  await expect(page.getByRole('heading', { name: 'Sign in to the backoffice' })).toBeVisible();
  await fillLogin(page, demo('rep@ironbridge.example'));
  await expect(page).toHaveURL(/\/backoffice\/stock$/);
  await expect(page.getByRole('heading', { name: 'Stock', level: 1 })).toBeVisible();
});

test('a wrong password is refused in words and the page stays', async ({ page }) => {
  const buyer = await ironbridge.aBuyer();
  await page.goto('/login');
  await fillLogin(page, { email: buyer.email, password: 'not this one' });
  await expect(page.getByRole('alert')).toHaveText('Email or password is wrong');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await expectAccessible(page, 'the login with a refusal');
  await fillLogin(page, buyer);
  await expect(page.getByRole('heading', { name: 'All products' })).toBeVisible();
});

test('a session that ends asks for the password over the page, which stays', async ({ page }) => {
  const buyer = await ironbridge.aBuyer();
  const path = `/backoffice/companies/${buyer.company.id}/buyers/${buyer.id}`;
  await alreadySignedIn(page, buyer);
  await page.goto('/?search=rebar');
  await expect(page.getByRole('grid', { name: 'Products' })).toBeVisible();

  await ironbridge.byOwner('PATCH', path, { status: 'disabled' });
  await page.getByRole('link', { name: 'Orders' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again to continue' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page, 'the dialog of an ended session');

  await ironbridge.byOwner('PATCH', path, { status: 'active' });
  await dialog.getByLabel(`Password for ${buyer.email}`).fill(buyer.password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('No orders yet')).toBeVisible();
});

test('signing out in one tab signs out the other', async ({ page, context }) => {
  await alreadySignedIn(page, await ironbridge.aBuyer());
  await page.goto('/account');
  await expect(page.getByRole('heading', { name: 'Account', level: 1 })).toBeVisible();
  const other = await context.newPage();
  await other.goto('/orders');
  await expect(other.getByRole('heading', { name: 'Orders', level: 1 })).toBeVisible();

  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to your trade account' })).toBeVisible();
  await expect(other.getByRole('heading', { name: 'Sign in to your trade account' })).toBeVisible();
  await other.goto('/orders');
  await expect(other.getByRole('heading', { name: 'Sign in to your trade account' })).toBeVisible();
});
