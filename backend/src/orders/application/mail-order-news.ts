import { Injectable } from '@nestjs/common';
import { Mail } from '../../shared/mail.js';
import { orderMail } from '../domain/order-mail.js';
import { Correspondents, Orders } from './ports.js';

/** Writes to the buyer what became of an order, in their language; `mailId` keeps a repetition recognisable. */
@Injectable()
export class MailOrderNews {
  constructor(
    private readonly orders: Orders,
    private readonly correspondents: Correspondents,
    private readonly mail: Mail,
  ) {}

  async execute(
    mailId: string,
    orderId: string,
    news: { readonly occasion: 'placed' | 'confirmed' } | { readonly shipmentId: string; readonly isLast: boolean },
  ): Promise<void> {
    const order = await this.orders.find(orderId, null);
    if (!order || order.state.buyer.email === '') return;
    const frame = await this.correspondents.of(order.state.buyer.id);
    const { email } = order.state.buyer;
    if ('occasion' in news) {
      await this.mail.send({ id: mailId, to: email, ...orderMail(news.occasion, order.state, frame) });
      return;
    }
    const shipment = order.state.shipments.find(({ id }) => id === news.shipmentId);
    const occasion = news.isLast ? 'shipped' : 'partly_shipped';
    await this.mail.send({ id: mailId, to: email, ...orderMail(occasion, order.state, frame, shipment) });
  }
}
