import { anAct, anOrder, must, price } from '../../../test/orders/builders.js';
import { orderMail } from './order-mail.js';

const frame = {
  storeName: 'Ironbridge & Sons',
  storeUrl: 'http://ironbridge.example',
  locale: 'en-US',
  timeZone: 'America/Chicago',
};
const { state } = anOrder({ poNumber: 'PO-7' }, [{ name: 'Cement <b>', unitPrice: price('0.0333') }]);

describe('a mail about an order', () => {
  it('tells what was bought, what it costs, how to pay, and where to look', () => {
    const { subject, text, html } = orderMail('placed', state, frame);
    expect(subject).toBe('Ironbridge & Sons: we received order SO-1001');
    for (const part of ['Hello Bo,', '10 bag × $0.0333', 'Total: $100.00', 'RF18SO1001', 'PO-7', '1 Main St']) {
      expect(text).toContain(part);
    }
    expect(text).toContain(`http://ironbridge.example/orders/${state.id}`);
    expect(html).toContain(`href="http://ironbridge.example/orders/${state.id}"`);
    expect(html).not.toContain('<b>');
  });

  it('speaks Portuguese where the reader does, and names the day a bill is due', () => {
    const credit = {
      method: 'credit',
      terms: 'net30',
      reference: null,
      dueAt: new Date('2026-12-20T15:00:00Z'),
    } as const;
    const { subject, text } = orderMail('confirmed', { ...state, payment: credit }, { ...frame, locale: 'pt-BR' });
    expect(subject).toContain('pedido SO-1001 confirmado');
    expect(text).toContain('Vencimento em 20 de dezembro de 2026');
  });

  it('lists what left, and says that the rest follows', () => {
    const shipped = must(must(anOrder().confirm(anAct())).ship({ branchId: 'dallas' }, anAct())).order.state;
    const { subject, text } = orderMail('partly_shipped', shipped, frame, shipped.shipments[0]);
    expect(subject).toContain('part of order SO-1001');
    expect(text).toContain('From Dallas');
    expect(text.match(/^- /gm)).toHaveLength(1);
    expect(text).toContain('The rest follows');
  });
});
