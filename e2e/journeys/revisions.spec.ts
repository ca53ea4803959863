import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility';
import { expectMail } from '../support/mail';
import { addressOf } from '../support/settings';
import { construforte, ironbridge, oneOfAKind, type Person, type Product } from '../support/shop';
import { alreadySignedIn, fillLogin } from '../support/sign-in';

// A schedule is exact to the minute, and the minute has to be waited for.
test.setTimeout(300_000);

const ZONE = 'America/Recife';

const inPortuguese = { email: 'E-mail de trabalho', password: 'Senha', signIn: 'Entrar' };

/** Somebody's own window on one of Construforte's two apps. */
async function at(browser: Browser, login: string, person: Person): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(addressOf(login, 'construforte'));
  await fillLogin(page, person, inPortuguese);
  await expect(page.getByRole('navigation').first()).toBeVisible();
  return page;
}

/** The first whole minute that is still far enough ahead to be typed in, by the store's clock. */
function nextMinute(): { date: string; time: string } {
  const at = new Date(Math.ceil((Date.now() + 25_000) / 60_000) * 60_000);
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: ZONE,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
  const [date = '', time = ''] = parts.split(' ');
  return { date, time };
}

test('a monthly feed becomes a draft, its outliers are mended, another approves it, it goes live at its minute before a buyer’s eyes, and is rolled back', async ({
  browser,
}) => {
  const word = oneOfAKind();
  await construforte.twoMustAgree();
  const branch = await construforte.aBranch();
  const aProduct = (name: string): Promise<Product> =>
    construforte.aProduct({ name: `${name} ${word}`, price: '100.00', branch });
  const [cement, sand, gravel, lime] = [
    await aProduct('Cimento'),
    await aProduct('Areia'),
    await aProduct('Brita'),
    await aProduct('Cal'),
  ];
  await construforte.publish(
    'PE',
    [cement, sand, gravel, lime].map(({ sku }) => ({ sku, unit: 'bag', unitPrice: '100.00' })),
  );
  const [author, approver] = [
    await construforte.aMember(['sales_manager']),
    await construforte.aMember(['sales_manager']),
  ];
  const buyer = await construforte.aBuyer({ stateCode: 'PE' });
  const writing = await at(browser, '/backoffice/login', author);
  const deciding = await at(browser, '/backoffice/login', approver);
  const shopping = await at(browser, '/login', buyer);
  const line = (page: Page, { name }: Product) => page.getByRole('row').filter({ hasText: name });

  await test.step('a draft is begun and the feed goes into it', async () => {
    await writing.goto(addressOf('/backoffice/prices/revisions', 'construforte'));
    await writing.getByRole('button', { name: /^Nova revisão/ }).click();
    const dialog = writing.getByRole('dialog', { name: 'Nova revisão' });
    await dialog.getByRole('combobox', { name: 'Tabela de preços' }).fill('PE');
    await writing.getByRole('option', { name: 'PE', exact: true }).click();
    await dialog.getByRole('textbox', { name: /^Nome/ }).fill(`Dezembro ${word}`);
    await dialog.getByRole('button', { name: 'Começar rascunho' }).click();
    await expect(writing.getByRole('heading', { level: 1, name: /^Revisão \d+ de PE$/ })).toBeVisible();
    await writing.getByRole('button', { name: 'Enviar arquivo' }).click();
    const rows = [
      `state,PE,${cement.sku},bag,1,104.00,BRL`,
      `state,PE,${sand.sku},bag,1,10.40,BRL`,
      `state,PE,${gravel.sku},bag,1,0.00,BRL`,
      `state,PE,${lime.sku},bag,1,150.00,BRL`,
      `state,PE,NADA-${word},bag,1,9.00,BRL`,
    ];
    await writing.getByLabel(/Solte um CSV ou XLSX/).setInputFiles({
      name: 'dezembro.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['scope,state,sku,unit,min_quantity,unit_price,currency', ...rows, ''].join('\n')),
    });
    await expect(writing.getByText('4 preços estão no rascunho')).toBeVisible();
    const refused = writing.getByRole('table', { name: 'Linhas recusadas' });
    await expect(refused.getByRole('row').filter({ hasText: `NADA-${word}` })).toBeVisible();
    await writing.getByRole('button', { name: 'Ver as mudanças' }).click();
  });

  await test.step('what should be looked at twice comes first, and is mended in its place', async () => {
    const diff = writing.getByRole('table', { name: 'O que muda' });
    await expect(line(writing, sand)).toContainText('Vírgula errada');
    await expect(line(writing, gravel)).toContainText('Zero');
    await expect(line(writing, lime)).toContainText('Mudança grande');
    await expect(diff.getByRole('row').last()).toContainText(cement.name);
    await expectAccessible(writing, 'the diff of a draft');

    await line(writing, sand)
      .getByRole('button', { name: /^Editar preço/ })
      .click();
    await writing.keyboard.type('104,00');
    await writing.keyboard.press('Enter');
    await expect(line(writing, sand)).toContainText('+4,0%');
    await line(writing, lime)
      .getByRole('button', { name: /^Editar preço/ })
      .click();
    await writing.keyboard.type('dez');
    await writing.keyboard.press('Enter');
    await expect(writing.getByText('“dez” não pode ser lido como preço.').first()).toBeVisible();
    await writing.keyboard.press('Control+a');
    await writing.keyboard.type('R$ 105,00');
    await writing.keyboard.press('Enter');
    await expect(line(writing, lime)).toContainText('+5,0%');

    await line(writing, gravel).getByRole('checkbox').check();
    await writing
      .getByRole('group', { name: '1 selecionado' })
      .getByRole('button', { name: /^Tirar/ })
      .click();
    await expect(line(writing, gravel)).toHaveCount(0);
    await writing.getByRole('button', { name: /^Desfazer/ }).click();
    await expect(line(writing, gravel)).toContainText('Zero');
    await line(writing, gravel).getByRole('checkbox').check();
    await writing.keyboard.press('d');
    await expect(line(writing, gravel)).toHaveCount(0);
    await expect(writing.getByRole('region', { name: 'O resultado' })).toContainText('Olhar de novo0');
  });

  await test.step('it is handed in, and its author may not approve it', async () => {
    await writing.getByRole('button', { name: 'Enviar', exact: true }).click();
    const dialog = writing.getByRole('dialog', { name: 'Enviar 3 preços' });
    await dialog.getByRole('textbox', { name: /^Nota/ }).fill('Carta do fornecedor de novembro');
    await dialog.getByRole('button', { name: 'Enviar', exact: true }).click();
    await expect(writing.getByText('Espera uma aprovação.')).toBeVisible();
    await expect(writing.getByRole('button', { name: 'Aprovar' })).toHaveCount(0);
    await expectMail(approver.email, /^Aguarda a sua aprovação: PE/);
  });

  await test.step('another finds it among what waits and approves what was seen', async () => {
    await deciding.goto(addressOf('/backoffice/prices/revisions', 'construforte'));
    await deciding.getByRole('link', { name: `Dezembro ${word}` }).click();
    await expect(deciding.getByText('Espera por você.')).toBeVisible();
    await expect(deciding.getByText('Carta do fornecedor de novembro')).toBeVisible();
    await expect(line(deciding, cement)).toContainText('R$ 104,00');
    await deciding.getByRole('button', { name: 'Aprovar' }).click();
    const dialog = deciding.getByRole('dialog', { name: /^Aprovar a revisão/ });
    await dialog.getByRole('textbox', { name: /^Comentário/ }).fill('Conferido');
    await dialog.getByRole('button', { name: 'Aprovar' }).click();
    await expect(deciding.getByText('Aprovada', { exact: true }).first()).toBeVisible();
    await expectMail(author.email, /^Aprovada: PE/);
  });

  const price = ({ name }: Product) => shopping.getByRole('row').filter({ hasText: name });
  await test.step('a buyer has the catalogue open at the old prices', async () => {
    await shopping.goto(addressOf(`/?search=${word}`, 'construforte'));
    await expect(price(cement)).toContainText('100,00');
  });

  await test.step('it is scheduled for a minute of the store’s clock', async () => {
    const { date, time } = nextMinute();
    await deciding.getByRole('button', { name: 'Publicar' }).click();
    const dialog = deciding.getByRole('dialog', { name: 'Publicar 3 preços' });
    await dialog.getByRole('radio', { name: 'Em data e hora' }).check();
    await dialog.getByLabel('Data', { exact: true }).fill(date);
    await dialog.getByLabel('Hora', { exact: true }).fill(time);
    await dialog.getByRole('button', { name: 'Agendar' }).click();
    await expect(deciding.getByText('Agendada', { exact: true }).first()).toBeVisible();
    await writing.goto(addressOf('/backoffice/prices/calendar?look=agenda', 'construforte'));
    await expect(writing.getByRole('button', { name: new RegExp(`^${time}.*${word}`) })).toBeVisible();
    await expectAccessible(writing, 'the calendar as an agenda');
  });

  await test.step('at its minute it is live: on its page and in the buyer’s open catalogue', async () => {
    await expect(deciding.getByText('Em vigor', { exact: true }).first()).toBeVisible({ timeout: 120_000 });
    await expect(price(cement)).toContainText('104,00', { timeout: 120_000 });
    await expect(price(sand)).toContainText('104,00');
    await expect(price(lime)).toContainText('105,00');
    await expect(price(gravel)).toContainText('100,00');
  });

  await test.step('it is rolled back: one hands the restoring revision in, the other agrees', async () => {
    await deciding.getByRole('button', { name: 'Reverter', exact: true }).click();
    await expect(deciding.getByText('Espera uma aprovação.')).toBeVisible();
    await expect(line(deciding, cement)).toContainText('−3,8%');
    await writing.goto(deciding.url());
    await writing.getByRole('button', { name: 'Aprovar' }).click();
    await writing
      .getByRole('dialog', { name: /^Aprovar a revisão/ })
      .getByRole('button', { name: 'Aprovar' })
      .click();
    await writing.getByRole('button', { name: 'Publicar' }).click();
    await writing
      .getByRole('dialog', { name: 'Publicar 3 preços' })
      .getByRole('button', { name: 'Publicar agora' })
      .click();
    await expect(writing.getByText('Em vigor', { exact: true }).first()).toBeVisible();
    await expect(price(cement)).toContainText('100,00', { timeout: 120_000 });
    await expect(price(lime)).toContainText('100,00');
  });

  for (const page of [writing, deciding, shopping]) await page.context().close();
});

test('a revision by keyboard alone: move, look, type a price, select, drop, undo; and the calendar by arrows', async ({
  page,
}) => {
  const { company } = await ironbridge.aBuyer();
  const products = [await ironbridge.aProduct(), await ironbridge.aProduct()];
  const table = await ironbridge.priceTable(company.name, company);
  const path = `/backoffice/price-tables/${table}/revisions`;
  const { id } = await ironbridge.byOwner<{ id: string }>('POST', path, {});
  await ironbridge.byOwner('PUT', `${path}/${id}/changes`, {
    changes: products.map(({ sku }) => ({ sku, unit: 'bag', action: 'set', unitPrice: '9.00' })),
  });
  await alreadySignedIn(page, await ironbridge.aMember(['sales_manager']));
  await page.goto(`/backoffice/prices/revisions/${table}/${id}?sort=sku`);
  const row = ({ sku }: Product) => page.getByRole('row').filter({ hasText: sku });
  const [first, second] = products.toSorted((one, other) => (one.sku < other.sku ? -1 : 1)) as [Product, Product];
  await expect(row(first)).toContainText('$9.00');

  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await page.keyboard.type('8.50');
  await page.keyboard.press('Enter');
  await expect(row(first)).toContainText('$8.50');
  await page.keyboard.press(' ');
  await expect(page.getByRole('complementary', { name: first.name })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('complementary', { name: second.name })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  await page.keyboard.press('d');
  await expect(row(second)).toHaveCount(0);
  await expect(page.getByText('1 line dropped')).toBeVisible();
  await page.keyboard.press('z');
  await expect(row(second)).toContainText('$9.00');

  await page.goto('/backoffice/prices/calendar?month=2027-03');
  const day = page.locator('[data-day="2027-03-01"]');
  await day.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-day="2027-03-08"]')).toBeFocused();
  await page.keyboard.press('PageDown');
  await expect(page.locator('[data-day="2027-04-08"]')).toBeFocused();
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { name: 'March 2027' })).toBeVisible();
});
