import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility';
import { addressOf, settings } from '../support/settings';
import { construforte, ironbridge } from '../support/shop';
import { demo, fillLogin } from '../support/sign-in';

const inPortuguese = { email: 'E-mail de trabalho', password: 'Senha', signIn: 'Entrar' };
const brandOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const button = document.querySelector('.btn--primary');
    return button ? getComputedStyle(button).backgroundColor : '';
  });

test('Construforte speaks Portuguese, counts in reais and wears its own colour', async ({ page }) => {
  await page.goto(addressOf('/login', 'construforte'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'pt-BR');
  await expect(page).toHaveTitle(/Construforte Materiais/);
  await expect(page.getByRole('button', { name: 'Entrar', exact: true })).toBeVisible();
  const theirs = await brandOf(page);
  await fillLogin(page, demo('compras@alvorada.example'), inPortuguese);

  const products = page.getByRole('grid', { name: 'Produtos' });
  await expect(products).toBeVisible();
  await expect(products).toContainText(/R\$\s?\d+,\d{2}/);
  await expect(products).not.toContainText('$0.');
  const token = await construforte.signIn('compras@alvorada.example');
  const [contract] = (
    await construforte.call<{ sku: string; name: string; price: { source: string; unitPrice: string } | null }[]>(
      token,
      'GET',
      '/catalog/products?pageSize=200',
    )
  ).filter(({ price }) => price?.source === 'company');
  await page.goto(addressOf(`/?search=${contract?.sku ?? ''}`, 'construforte'));
  const row = page.getByRole('row').filter({ hasText: contract?.sku });
  await expect(row.getByText('Preço de contrato', { exact: true })).toBeAttached();
  await expect(row).toContainText(
    new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' })
      .format(Number(contract?.price?.unitPrice))
      .replace(/\s/g, ' '),
  );
  await expectAccessible(page, 'Construforte’s catalogue');

  await page.goto(addressOf('/login'));
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  expect(await brandOf(page)).not.toBe(theirs);
});

test('a buyer of Construforte fills the cart and orders in Portuguese', async ({ page }) => {
  const buyer = await construforte.aBuyer({ stateCode: 'PE' });
  const product = await construforte.aProduct({
    name: 'Argamassa de teste',
    price: '1234.50',
    branch: await construforte.aBranch(),
  });
  await page.goto(addressOf(`/products/${product.sku}`, 'construforte'));
  await fillLogin(page, buyer, inPortuguese);
  await expect(page.getByRole('heading', { name: product.name })).toBeVisible();
  await page
    .getByRole('button', { name: /^Incluir/ })
    .filter({ visible: true })
    .first()
    .click();
  await page
    .getByRole('link', { name: /^Carrinho/ })
    .filter({ visible: true })
    .first()
    .click();
  await expect(page.getByRole('row').filter({ hasText: product.name })).toContainText('1.234,50');
  await page.getByRole('radio', { name: /Transferência/ }).check();
  await page.getByRole('button', { name: 'Fazer pedido' }).filter({ visible: true }).click();
  await expect(page.getByRole('heading', { name: /^Pedido .+ feito$/ })).toBeVisible();
});

test('the backoffice of Construforte speaks Portuguese', async ({ page }) => {
  await page.goto(addressOf('/backoffice/login', 'construforte'));
  await fillLogin(page, demo('vendas@construforte.example'), inPortuguese);
  await expect(
    page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: /^Pedidos/ }),
  ).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/R\$\s?[\d.]+/).first()).toBeVisible();
  await expectAccessible(page, 'the backoffice in Portuguese');
});

test('nobody of Construforte gets in at Ironbridge’s address', async ({ page }) => {
  await page.goto(addressOf('/login'));
  await fillLogin(page, demo('compras@alvorada.example'));
  await expect(page.getByRole('alert')).toHaveText('Email or password is wrong');
  const token = await construforte.signIn('compras@alvorada.example');
  expect(await ironbridge.ask(token, 'GET', '/cart')).toMatchObject({
    status: 401,
    error: { code: 'auth.wrong_tenant' },
  });
  const host = await page.evaluate(async () => (await fetch('/api/v1/tenant')).json());
  expect(host.data.slug).toBe('ironbridge');
  expect(settings.baseUrl).toContain('localhost');
});
