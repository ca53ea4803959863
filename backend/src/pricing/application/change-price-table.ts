import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { err, ok, type Result } from '../../shared/result.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { type PriceTable, PriceTables } from './book-ports.js';
import { endsBeforeItBegins, type PriceTableError } from './create-price-table.js';

/** What to change; null opens an end of the period, what is left out stays. */
export interface TableChange {
  readonly name?: string | undefined;
  readonly priority?: number | undefined;
  readonly validFrom?: Date | null | undefined;
  readonly validTo?: Date | null | undefined;
}

/** Renames a table, changes its priority or its period; scope and owner are for good. */
@Injectable()
export class ChangePriceTable {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tables: PriceTables,
    private readonly audit: AuditLog,
  ) {}

  execute(id: string, change: TableChange, version?: number): Promise<Result<PriceTable, PriceTableError>> {
    return this.unitOfWork.run<PriceTable, PriceTableError>(async () => {
      const before = await this.tables.find(id);
      if (!before) return err({ code: 'price_table.not_found' });
      if (version !== undefined && version !== before.version) throw new StaleWrite('price_table', before.version);
      const { name = before.name, priority = before.priority } = change;
      const { validFrom = before.validFrom, validTo = before.validTo } = change;
      if (endsBeforeItBegins(validFrom, validTo)) return err({ code: 'price_table.empty_period' });
      const after = { ...before, name, priority, validFrom, validTo };
      if (!(await this.tables.save(after))) return err({ code: 'price_table.name_taken', name });
      await this.audit.record({
        action: 'price_table.changed',
        entity: 'price_table',
        entityId: id,
        facts: { from: changeable(before), to: changeable(after) },
      });
      return ok({ ...after, version: before.version + 1 });
    });
  }
}

const changeable = ({ name, priority, validFrom, validTo }: PriceTable) => ({ name, priority, validFrom, validTo });
