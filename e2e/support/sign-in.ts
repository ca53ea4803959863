import { expect, type Page } from '@playwright/test';
import { settings } from './settings';
import type { Person } from './shop';

/** A demo person, by e-mail. */
export const demo = (email: string): Pick<Person, 'email' | 'password'> => ({ email, password: settings.demoPassword });

/** Signs a person in without the form: the next page that is opened finds them signed in. */
export async function alreadySignedIn(
  page: Page,
  { email, password }: Pick<Person, 'email' | 'password'>,
): Promise<void> {
  const answer = await page.request.post('/api/v1/auth/login', { data: { email, password } });
  expect(answer.status(), `signing in ${email}`).toBe(200);
}

const english = { email: /^Work e-?mail$/, password: 'Password', signIn: 'Sign in' };

/** Fills the login form that is on the screen and sends it. */
export async function fillLogin(
  page: Page,
  { email, password }: Pick<Person, 'email' | 'password'>,
  words: { email: string | RegExp; password: string; signIn: string } = english,
): Promise<void> {
  await page.getByLabel(words.email).fill(email);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: words.signIn, exact: true }).click();
}
