import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { newId } from '../../shared/ids.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import type { PriceScope } from '../domain/price-resolver.js';
import { type PriceTable, PriceTables } from './book-ports.js';
import { Sellers } from './catalogue-ports.js';

export interface WantedTable {
  readonly name: string;
  readonly scope: PriceScope;
  readonly stateCode?: string | undefined;
  readonly companyId?: string | undefined;
  readonly priority?: number | undefined;
  /** Null or left out: without limit. */
  readonly validFrom?: Date | null | undefined;
  readonly validTo?: Date | null | undefined;
}

export type PriceTableError =
  | { readonly code: 'price_table.scope_mismatch'; readonly scope: PriceScope }
  | { readonly code: 'price_table.name_taken'; readonly name: string }
  | { readonly code: 'price_table.not_found' }
  | { readonly code: 'price_table.empty_period' }
  | { readonly code: 'company.not_found' };

/** Opens an empty price table in the tenant's currency; a state table names its state, a company's its company. */
@Injectable()
export class CreatePriceTable {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tables: PriceTables,
    private readonly sellers: Sellers,
    private readonly audit: AuditLog,
  ) {}

  async execute(wanted: WantedTable): Promise<Result<PriceTable, PriceTableError>> {
    const { name, scope, stateCode = null, companyId = null, priority = 0, validFrom = null, validTo = null } = wanted;
    if ((scope === 'state') !== (stateCode !== null) || (scope === 'company') !== (companyId !== null)) {
      return err({ code: 'price_table.scope_mismatch', scope });
    }
    if (endsBeforeItBegins(validFrom, validTo)) return err({ code: 'price_table.empty_period' });
    if (companyId && !(await this.sellers.company(companyId))) return err({ code: 'company.not_found' });
    const { currency } = await this.sellers.current();
    const table = {
      id: newId(),
      name,
      scope,
      stateCode,
      companyId,
      currency,
      priority,
      validFrom,
      validTo,
      version: 1,
    };
    return this.unitOfWork.run<PriceTable, PriceTableError>(async () => {
      if (!(await this.tables.add(table))) return err({ code: 'price_table.name_taken', name });
      await this.audit.record({
        action: 'price_table.created',
        entity: 'price_table',
        entityId: table.id,
        facts: { name, scope, stateCode, companyId, priority, validFrom, validTo },
      });
      return ok(table);
    });
  }
}

/** A table speaks from an instant until a later one. */
export const endsBeforeItBegins = (validFrom: Date | null, validTo: Date | null): boolean =>
  validFrom !== null && validTo !== null && validTo <= validFrom;
