import { chromium } from '@playwright/test';
const base = process.env.B ?? 'http://localhost:4310';
const b = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const errs = [];
async function session(name, { w = 1440, h = 900, dark = false, email, path = '', host = base }) {
  const ctx = await b.newContext({
    viewport: { width: w, height: h },
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: w < 500,
    isMobile: w < 500,
  });
  const page = await ctx.newPage();
  page.on('console', (m) => m.type() === 'error' && errs.push(name + ': ' + m.text().slice(0, 200)));
  page.on('pageerror', (e) => errs.push(name + ' PAGE ' + e.message.slice(0, 200)));
  await page.goto(host + path + '/login');
  await page.screenshot({ path: `/tmp/look/${name}-login.png` });
  await page.getByRole('textbox', { name: /e-?mail/i }).fill(email);
  await page.locator('input[type=password]').fill('tradeyard-demo');
  await page.keyboard.press('Enter');
  await page.waitForURL((u) => !u.pathname.endsWith('/login'), { timeout: 20000 });
  return {
    page,
    shot: async (n, url, full = false) => {
      if (url) {
        await page.goto(host + path + url);
      }
      await page.waitForLoadState('networkidle', { timeout: 15000 }).catch(() => {});
      await page.waitForTimeout(500);
      await page.screenshot({ path: `/tmp/look/${name}-${n}.png`, fullPage: full });
    },
  };
}
const jobs = process.argv.slice(2);
if (jobs.includes('s')) {
  const s = await session('s', { email: 'purchaser@hearthstone.example' });
  await s.shot('list', '/');
  await s.shot('search', '/?search=cement');
  await s.page.goto(base + '/');
  await s.page.waitForLoadState('networkidle');
  const link = await s.page
    .getByRole('link', { name: /Cement/ })
    .first()
    .getAttribute('href')
    .catch(() => null);
  console.log(link);
  await s.shot('cart', '/cart', true);
  await s.shot('orders', '/orders');
  const o = await s.page
    .locator('a[href*="/orders/"]')
    .first()
    .getAttribute('href')
    .catch(() => null);
  if (o) await s.shot('order', o, true);
  await s.shot('account', '/account', true);
  if (link) await s.shot('product', link, true);
}
if (jobs.includes('p')) {
  const s = await session('p', { w: 390, h: 844, email: 'purchaser@hearthstone.example' });
  await s.shot('list', '/');
  await s.shot('cart', '/cart', true);
  await s.shot('orders', '/orders');
}
if (jobs.includes('b')) {
  const s = await session('b', { email: 'owner@ironbridge.example', path: '/backoffice' });
  for (const [n, u] of [
    ['dash', '/'],
    ['orders', '/orders'],
    ['products', '/products'],
    ['stock', '/stock'],
    ['prices', '/prices'],
    ['explain', '/explain'],
    ['companies', '/companies'],
    ['roles', '/roles'],
    ['staff', '/staff'],
    ['imports', '/imports'],
    ['audit', '/audit'],
  ]) {
    await s.shot(n, u);
    console.log(n, s.page.url());
  }
}
if (jobs.includes('c')) {
  const s = await session('c', {
    email: 'compras@alvorada.example',
    host: base.replace('localhost', 'construforte.localhost'),
    dark: true,
  });
  await s.shot('list', '/');
}
console.log(errs.join('\n'));
await b.close();
