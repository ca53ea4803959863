/** Where the product under test runs, and what its demo people sign in with. */
export const settings = {
  baseUrl: process.env.BASE_URL ?? 'http://localhost:3000',
  mailboxUrl: process.env.MAILBOX_URL ?? '',
  demoPassword: process.env.DEMO_PASSWORD ?? 'tradeyard-demo',
  chromiumPath: process.env.CHROMIUM_PATH,
  /** A folder that pictures of every screen are kept in, when somebody wants to look at them. */
  picturesFolder: process.env.PICTURES_FOLDER,
};

/** The address of a path in the store of a tenant; the default tenant's without a slug. */
export function addressOf(path: string, slug?: string): string {
  const url = new URL(path, settings.baseUrl);
  if (slug) url.hostname = `${slug}.localhost`;
  return url.toString();
}
