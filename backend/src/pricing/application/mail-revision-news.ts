import { Injectable } from '@nestjs/common';
import { languageOf } from '../../shared/letter.js';
import { Mail } from '../../shared/mail.js';
import { Outbox } from '../../shared/outbox.js';
import type { PriceRevisionMailDue, PriceRevisionMoved } from '../domain/price-revision-moved.js';
import { revisionMail } from '../domain/revision-mail.js';
import { PriceTables } from './book-ports.js';
import { Colleagues, Revisions } from './revision-ports.js';

/** Tells those who may approve that a revision waits for them, and its author what was decided. */
@Injectable()
export class MailRevisionNews {
  constructor(
    private readonly revisions: Revisions,
    private readonly tables: PriceTables,
    private readonly colleagues: Colleagues,
    private readonly outbox: Outbox,
    private readonly mail: Mail,
  ) {}

  /** One event per reader, so that a mail that fails is tried again without the others. */
  async addressTo(moved: PriceRevisionMoved['payload']): Promise<void> {
    const revision = await this.revisions.find(moved.tableId, moved.revisionId);
    if (!revision) return;
    const { author, submittedBy } = revision.state;
    const own = [author?.id, submittedBy?.id];
    const readers =
      moved.step === 'submitted'
        ? (await this.colleagues.whoMayPublish()).filter((id) => !own.includes(id))
        : own.filter((id): id is string => id !== undefined && id !== moved.by.id);
    const events = [...new Set(readers)].map((readerId): PriceRevisionMailDue => ({
      type: 'price.revision_mail_due',
      payload: { ...moved, readerId },
    }));
    await this.outbox.announce(...events);
  }

  /** Nobody is asked to approve what was edited or decided meanwhile; `mailId` keeps a repetition recognisable. */
  async send(
    mailId: string,
    { tableId, revisionId, step, by, note, readerId }: PriceRevisionMailDue['payload'],
  ): Promise<void> {
    const [revision, table, reader, store] = await Promise.all([
      this.revisions.find(tableId, revisionId),
      this.tables.find(tableId),
      this.colleagues.reader(readerId),
      this.colleagues.store(),
    ]);
    if (!revision || !table || !reader) return;
    if (step === 'submitted' && revision.state.status !== 'submitted') return;
    const message = revisionMail(languageOf(reader.locale ?? store.locale), step, {
      reader: reader.name,
      by: by.name,
      table: table.name,
      number: revision.state.number,
      name: revision.state.name,
      changes: revision.state.changeCount,
      note,
      store: store.name,
      link: `${store.url}/backoffice/prices/revisions/${tableId}/${revisionId}`,
    });
    await this.mail.send({ id: mailId, to: reader.email, ...message });
  }
}
