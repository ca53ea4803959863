import type { OrderView } from '../../src/orders/http/order-view.dto.js';
import { Api } from '../support/api.js';
import { asOwner, aShop, type Shop } from '../support/shop.js';
import { Shopping } from './shopping.js';

let api: Api;
let shop: Shop;
let shopping: Shopping;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  shop = await aShop();
  shopping = new Shopping(api, shop);
});

interface Caught {
  id: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
}

/** What the buyer of this shop was sent, oldest first, after its own events were delivered. */
async function mailbox(): Promise<Caught[]> {
  await api.settle(shop);
  const all = (await (await fetch(process.env.MAILBOX_URL ?? '')).json()) as Caught[];
  return all.filter(({ to }) => to.includes(`buyer@${shop.slug}.example`)).reverse();
}

const step = (order: OrderView, name: string, body: object = {}) =>
  shopping.staff('POST', `/orders/${order.id}/${name}`, body);

it('the buyer is written to when an order is placed, confirmed, and shipped part by part', async () => {
  const order = await shopping.placed({ poNumber: 'PO-7' });
  await step(order, 'confirm');
  await step(order, 'ship', { lines: [{ lineNo: 1, quantity: '4' }] });
  await step(order, 'ship');

  const mails = await mailbox();
  expect(mails.map(({ subject }) => subject)).toEqual([
    `Test Supply: we received order ${order.number}`,
    `Test Supply: order ${order.number} is confirmed`,
    `Test Supply: part of order ${order.number} is on its way`,
    `Test Supply: order ${order.number} is on its way`,
  ]);
  const [placed, , part] = mails;
  for (const text of [placed?.text, placed?.html]) {
    expect(text).toContain(order.number);
    expect(text).toContain('Cement CP II 50 kg');
    expect(text).toContain('$699.00');
    expect(text).toContain(order.paymentReference);
    expect(text).toMatch(new RegExp(`//[^/]+/orders/${order.id}`));
  }
  expect(part?.text).toContain('4 bag');
  expect(part?.text).not.toContain('sand');
});

it('in their own language', async () => {
  await asOwner((owner) => owner.query(`update identity.member set locale = 'pt-BR' where id = $1`, [shop.buyerId]));
  const order = await shopping.placed();
  expect((await mailbox()).map(({ subject }) => subject)).toEqual([`Test Supply: recebemos o pedido ${order.number}`]);
});

it('never for an order that was not placed', async () => {
  await shopping.addCement('99999');
  await shopping.place();
  expect(await mailbox()).toEqual([]);
});
