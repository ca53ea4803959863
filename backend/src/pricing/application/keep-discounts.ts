import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { newId } from '../../shared/ids.js';
import { err, ok, type Result } from '../../shared/result.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { CategoryTree } from './catalogue-ports.js';
import { BuyerTiers, TradeCodes } from './discount-ports.js';

/** Discounts are percentages as text, `5.25`. */
export interface BuyerTier {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly defaultPercent: string;
  readonly categories: readonly { readonly categoryId: string; readonly percent: string }[];
  readonly version: number;
}

export interface TradeCode {
  readonly id: string;
  /** In capitals; how it is typed does not matter. */
  readonly code: string;
  readonly name: string;
  readonly percent: string;
  readonly categoryId: string | null;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly active: boolean;
  /** How often it may be used, by all and by one company; null: without limit. */
  readonly maxUses: number | null;
  readonly maxUsesPerCompany: number | null;
  /** What the lines must come to before discounts, `500.00`; null: anything. */
  readonly minimumOrder: string | null;
  /** How many orders hold it that were neither cancelled nor rejected. */
  readonly uses: number;
  readonly version: number;
}

export type DiscountError =
  | { readonly code: 'buyer_tier.not_found' }
  | { readonly code: 'buyer_tier.code_taken' }
  | { readonly code: 'trade_code.not_found' }
  | { readonly code: 'trade_code.code_taken' }
  | { readonly code: 'discount.empty_window' }
  | { readonly code: 'category.not_found'; readonly categoryId: string };

type Change<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** Makes and changes buyer tiers and trade codes; they count from the next price on. */
@Injectable()
export class KeepDiscounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tiers: BuyerTiers,
    private readonly codes: TradeCodes,
    private readonly categories: CategoryTree,
    private readonly audit: AuditLog,
  ) {}

  async addTier(wanted: Omit<BuyerTier, 'id' | 'version'>): Promise<Result<BuyerTier, DiscountError>> {
    const tier = { ...wanted, id: newId(), version: 1 };
    return this.keep('buyer_tier', tier, tier.categories, async () => {
      if (await this.tiers.add(tier)) return ok(tier);
      return err({ code: 'buyer_tier.code_taken' });
    });
  }

  async changeTier(id: string, change: Change<BuyerTier>): Promise<Result<BuyerTier, DiscountError>> {
    const before = await this.tiers.find(id);
    if (!before) return err({ code: 'buyer_tier.not_found' });
    refuseStale('buyer_tier', change.version, before.version);
    const tier = { ...before, ...given(change), version: before.version };
    return this.keep('buyer_tier', tier, change.categories ?? [], async () => {
      if (await this.tiers.save(tier)) return ok({ ...tier, version: tier.version + 1 });
      return err({ code: 'buyer_tier.code_taken' });
    });
  }

  async addCode(wanted: Omit<TradeCode, 'id' | 'uses' | 'version'>): Promise<Result<TradeCode, DiscountError>> {
    return this.keepCode({ ...wanted, id: newId(), uses: 0, version: 1 }, (code) => this.codes.add(code));
  }

  async changeCode(id: string, change: Change<TradeCode>): Promise<Result<TradeCode, DiscountError>> {
    const before = await this.codes.find(id);
    if (!before) return err({ code: 'trade_code.not_found' });
    refuseStale('trade_code', change.version, before.version);
    const code = { ...before, ...given(change), version: before.version };
    const kept = await this.keepCode(code, (next) => this.codes.save(next));
    return kept.ok ? ok({ ...kept.value, version: before.version + 1 }) : kept;
  }

  private async keepCode(
    wanted: TradeCode,
    write: (code: TradeCode) => Promise<boolean>,
  ): Promise<Result<TradeCode, DiscountError>> {
    const code = { ...wanted, code: wanted.code.toUpperCase() };
    const { categoryId, validFrom, validTo } = code;
    if (validFrom && validTo && validTo <= validFrom) return err({ code: 'discount.empty_window' });
    return this.keep('trade_code', code, categoryId ? [{ categoryId }] : [], async () =>
      (await write(code)) ? ok(code) : err({ code: 'trade_code.code_taken' }),
    );
  }

  private async keep<T extends { readonly id: string }>(
    entity: string,
    kept: T,
    categories: readonly { readonly categoryId: string }[],
    write: () => Promise<Result<T, DiscountError>>,
  ): Promise<Result<T, DiscountError>> {
    if (categories.length > 0) {
      const known = await this.categories.ancestors();
      const unknown = categories.find(({ categoryId }) => !known.has(categoryId));
      if (unknown) return err({ code: 'category.not_found', categoryId: unknown.categoryId });
    }
    return this.unitOfWork.run<T, DiscountError>(async () => {
      const written = await write();
      if (written.ok) await this.audit.record({ action: `${entity}.kept`, entity, entityId: kept.id, facts: kept });
      return written;
    });
  }
}

const given = <T extends object>(change: T) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Required<T>;

function refuseStale(noun: string, seen: number | undefined, current: number): void {
  if (seen !== undefined && seen !== current) throw new StaleWrite(noun, current);
}
