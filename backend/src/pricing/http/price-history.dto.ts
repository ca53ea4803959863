import { IsUUID } from 'class-validator';
import { Decimal, Text, WhenGiven } from '../../shared/http/fields.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import type { PriceScope } from '../domain/price-resolver.js';
import type { PastPriceRow } from '../infrastructure/reads/price-history.js';

/** Whose history: of a product, and if wanted of one table, unit or tier. */
export class PriceHistoryQuery extends PageQuery {
  @IsUUID()
  productId!: string;

  @WhenGiven()
  @IsUUID()
  tableId?: string;

  @WhenGiven()
  @Text(1, 30)
  unit?: string;

  @WhenGiven()
  @Decimal(3, 10)
  minQuantity?: string;
}

/** The revision that brought a price; null for prices older than revisions. */
export class PastPriceRevisionView {
  id!: string;
  number!: number;
  name!: string | null;
  author!: string | null;
  liveAt!: string | null;
}

/** What a table said, says or will say of a product, from when to when. */
export class PastPriceView {
  tableId!: string;
  tableName!: string;
  scope!: PriceScope;
  stateCode!: string | null;
  companyId!: string | null;
  companyName!: string | null;
  unit!: string;
  /** As people call it. */
  unitName!: string;
  minQuantity!: string;
  unitPrice!: string;
  validFrom!: string | null;
  validTo!: string | null;
  liveFrom!: string;
  liveTo!: string | null;
  revision!: PastPriceRevisionView | null;
}

export const toPastPrice = (row: PastPriceRow): PastPriceView => ({
  ...row,
  validFrom: row.validFrom?.toISOString() ?? null,
  validTo: row.validTo?.toISOString() ?? null,
  liveFrom: row.liveFrom.toISOString(),
  liveTo: row.liveTo?.toISOString() ?? null,
  revision: row.revision && {
    ...row.revision,
    liveAt: row.revision.liveAt && new Date(row.revision.liveAt).toISOString(),
  },
});
