import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { err, ok, type Result } from '../../shared/result.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { PriceTableError } from './create-price-table.js';
import { type PriceTable, PriceTables } from './ports.js';

/** Renames a table or changes its priority; scope and owner are for good. */
@Injectable()
export class ChangePriceTable {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tables: PriceTables,
    private readonly audit: AuditLog,
  ) {}

  execute(
    id: string,
    change: { readonly name?: string | undefined; readonly priority?: number | undefined },
    version?: number,
  ): Promise<Result<PriceTable, PriceTableError>> {
    return this.unitOfWork.run<PriceTable, PriceTableError>(async () => {
      const before = await this.tables.find(id);
      if (!before) return err({ code: 'price_table.not_found' });
      if (version !== undefined && version !== before.version) throw new StaleWrite('price_table', before.version);
      const { name = before.name, priority = before.priority } = change;
      if (!(await this.tables.save({ ...before, name, priority })))
        return err({ code: 'price_table.name_taken', name });
      await this.audit.record({
        action: 'price_table.changed',
        entity: 'price_table',
        entityId: id,
        facts: { from: { name: before.name, priority: before.priority }, to: { name, priority } },
      });
      return ok({ ...before, name, priority, version: before.version + 1 });
    });
  }
}
