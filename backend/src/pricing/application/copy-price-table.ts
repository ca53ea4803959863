import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import { newId } from '../../shared/ids.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { Revision } from '../domain/revision.js';
import { type PriceTable, PriceTables, TableCopies } from './book-ports.js';
import { Sellers } from './catalogue-ports.js';
import { endsBeforeItBegins, type PriceTableError } from './create-price-table.js';
import { type Editor, Revisions } from './revision-ports.js';

/** Whose prices the copy becomes; a period left out is that of the copied table, null opens it. */
export interface WantedCopy {
  readonly companyId: string;
  readonly name?: string | undefined;
  readonly validFrom?: Date | null | undefined;
  readonly validTo?: Date | null | undefined;
}

const namesTried = 50;

/** Opens a table of another company with a draft of everything the copied table says now; nobody pays by it yet. */
@Injectable()
export class CopyPriceTable {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tables: PriceTables,
    private readonly revisions: Revisions,
    private readonly copies: TableCopies,
    private readonly sellers: Sellers,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  execute(
    tableId: string,
    wanted: WantedCopy,
    by: Editor,
  ): Promise<Result<{ tableId: string; revisionId: string }, PriceTableError>> {
    return this.unitOfWork.run<{ tableId: string; revisionId: string }, PriceTableError>(async () => {
      const copied = await this.tables.find(tableId);
      if (!copied) return err({ code: 'price_table.not_found' });
      const company = await this.sellers.company(wanted.companyId);
      if (!company) return err({ code: 'company.not_found' });
      const { validFrom = copied.validFrom, validTo = copied.validTo } = wanted;
      if (endsBeforeItBegins(validFrom, validTo)) return err({ code: 'price_table.empty_period' });

      const usual = `${copied.name} · ${company.name}`.slice(0, 110);
      const { currency, priority } = copied;
      const place = { scope: 'company', stateCode: null, companyId: company.id, currency, priority } as const;
      const table = await this.open({ ...place, validFrom, validTo }, wanted.name, usual);
      if (!table) return err({ code: 'price_table.name_taken', name: wanted.name ?? usual });

      const now = this.clock.now();
      const number = await this.revisions.nextNumber(table.id);
      if (number === null) throw new Error('the table was just made');
      const author = { id: by.id, name: by.name };
      const draft = Revision.draft(
        { id: newId(), tableId: table.id, number, name: copied.name, source: 'copy', author },
        now,
      );
      await this.revisions.add(draft);
      const filled = draft.edited(now, await this.copies.fill(draft.state.id, copied.id, now, author));
      if (!filled.ok) throw new Error('a new draft can be edited');
      await this.revisions.save(filled.value);
      await this.audit.record({
        action: 'price_table.copied',
        entity: 'price_table',
        entityId: table.id,
        facts: { from: copied.id, companyId: company.id, name: table.name, validFrom, validTo },
      });
      return ok({ tableId: table.id, revisionId: draft.state.id });
    });
  }

  /** Under the name that is wanted, else under the first free one like the usual. */
  private async open(
    place: Omit<PriceTable, 'id' | 'name' | 'version'>,
    wanted: string | undefined,
    usual: string,
  ): Promise<PriceTable | null> {
    for (let attempt = 1; attempt <= namesTried; attempt += 1) {
      const name = wanted ?? (attempt === 1 ? usual : `${usual} (${attempt})`);
      const table = { ...place, id: newId(), name, version: 1 };
      if (await this.tables.add(table)) return table;
      if (wanted) return null;
    }
    return null;
  }
}
