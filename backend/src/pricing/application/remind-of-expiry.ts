import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import { languageOf } from '../../shared/letter.js';
import { Mail } from '../../shared/mail.js';
import { Outbox } from '../../shared/outbox.js';
import { ok } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { expiryMail } from '../domain/expiry-mail.js';
import type { PriceTableExpiring } from '../domain/price-table-expiring.js';
import { PriceTables } from './book-ports.js';
import { Sellers } from './catalogue-ports.js';
import { Colleagues } from './revision-ports.js';

/** Tells, once per table and end, the company's sales rep that a price table is about to end; else who may publish prices. */
@Injectable()
export class RemindOfExpiry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tables: PriceTables,
    private readonly sellers: Sellers,
    private readonly colleagues: Colleagues,
    private readonly outbox: Outbox,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  /** Notes the tables that end soon as reminded of, and announces one mail per reader, together or not at all. */
  async execute(): Promise<void> {
    await this.unitOfWork.run(async () => {
      for (const { id, companyId, validTo } of await this.tables.takeExpiring(this.clock.now())) {
        const rep = companyId ? await this.colleagues.repOf(companyId) : null;
        const readers = rep ? [rep] : await this.colleagues.whoMayPublish();
        const payload = { tableId: id, validTo: validTo?.toISOString() ?? '' };
        const events = readers.map((readerId): PriceTableExpiring => ({
          type: 'price.table_expiring',
          payload: { ...payload, readerId },
        }));
        await this.outbox.announce(...events);
      }
      return ok(undefined);
    });
  }

  /** Nobody is told of an end that was changed meanwhile; `mailId` keeps a repetition recognisable. */
  async send(mailId: string, { tableId, validTo, readerId }: PriceTableExpiring['payload']): Promise<void> {
    const [table, reader, store, seller] = await Promise.all([
      this.tables.find(tableId),
      this.colleagues.reader(readerId),
      this.colleagues.store(),
      this.sellers.current(),
    ]);
    if (!table?.validTo || !reader || table.validTo.toISOString() !== validTo) return;
    const company = table.companyId ? await this.sellers.company(table.companyId) : null;
    const message = expiryMail(languageOf(reader.locale ?? store.locale), {
      reader: reader.name,
      table: table.name,
      company: company?.name ?? null,
      validTo: table.validTo,
      timeZone: seller.timeZone,
      store: store.name,
      link: `${store.url}/backoffice/prices/tables?search=${encodeURIComponent(table.name)}`,
    });
    await this.mail.send({ id: mailId, to: reader.email, ...message });
  }
}
