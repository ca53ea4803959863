import type { Permission } from '../../shared/permissions.js';
import type { UnitPrice } from '../../shared/money.js';

/** What one base unit of a product costs over a time; of those that cover an instant the one that began last holds. */
export interface Cost {
  readonly productId: string;
  readonly unitCost: UnitPrice;
  /** Null: since ever; undefined: from now on, or since ever when the product had no cost before. */
  readonly validFrom: Date | null | undefined;
  /** Null: for ever. */
  readonly validTo: Date | null;
}

export interface KeptCost {
  readonly productId: string;
  readonly unitCost: string;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly enteredBy: string | null;
  readonly enteredAt: Date;
}

/** What products cost, now and before. */
export abstract class Costs {
  /** Adds or replaces by product and start; answers how many products now say something else. */
  abstract put(costs: readonly Cost[], by: { readonly id: string; readonly name: string }, now: Date): Promise<number>;
  /** The cost that holds of each product that has one. */
  abstract at(productIds: readonly string[], at: Date): Promise<ReadonlyMap<string, KeptCost>>;
  /** Of the given products those without a cost that holds, in the same order. */
  abstract missing(productIds: readonly string[], at: Date): Promise<readonly string[]>;
  /** Takes back what was said of a product from a start on, null: since ever; false when nothing was. */
  abstract remove(productId: string, validFrom: Date | null): Promise<boolean>;
  /** Everything ever said of a product, what begins last first. */
  abstract history(productId: string): Promise<readonly KeptCost[]>;
}

/** The least margins by category; a floor is a fraction in ten-thousandths, 12 % = 1200. */
export abstract class MarginFloors {
  abstract all(): Promise<ReadonlyMap<string, number>>;
  /** Null takes a category's own floor away. */
  abstract save(floors: ReadonlyMap<string, number | null>): Promise<void>;
}

/** Costs of products at an instant beside all floors. */
export interface MarginFacts {
  /** Of a base unit, by product; decimal text. */
  readonly costs: ReadonlyMap<string, string>;
  /** By category; ten-thousandths. */
  readonly floors: ReadonlyMap<string, number>;
  readonly defaultFloor: number | null;
}

/** What the lights beside prices are switched by: one statement for any number of products. */
export abstract class MarginBasis {
  abstract of(productIds: readonly string[], at: Date): Promise<MarginFacts>;
}

/** How careful a tenant is with prices. */
export interface PricingSettings {
  /** Ten-thousandths; holds where no category says otherwise. Null: no floor. */
  readonly defaultFloor: number | null;
  /** A change beyond this percentage is looked at twice; decimal text. */
  readonly outlierPercent: string;
  readonly expiryReminderDays: number;
  readonly version: number;
}

/** Keeps those settings; without any the defaults hold. */
export abstract class SettingsOfPricing {
  abstract get(): Promise<PricingSettings>;
  /** A stale version throws. */
  abstract save(settings: PricingSettings): Promise<void>;
}

/** A product as far as margins need it. */
export interface Measure {
  readonly id: string;
  readonly sku: string;
  readonly categoryId: string;
  readonly baseUnit: string;
  /** Selling units other than the base unit, with how many base units each holds; decimal text. */
  readonly factors: Readonly<Record<string, string>>;
}

export interface NamedCategory {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** What margins need to know of the catalogue, about any number of products at once. */
export abstract class Measures {
  abstract of(productIds: readonly string[]): Promise<readonly Measure[]>;
  /** Every category, parents before their children. */
  abstract categories(): Promise<readonly NamedCategory[]>;
}

/** A price of a revision with less left over its cost than its floor asks for. */
export interface FloorBreach {
  readonly productId: string;
  readonly sku: string;
  readonly unit: string;
  readonly minQuantity: string;
  readonly unitPrice: string;
  /** Of the unit; this and what follows are for those who may see costs. */
  readonly cost: string;
  readonly floor: string;
  /** The least price the floor lets through. */
  readonly leastPrice: string;
}

/** Compares the prices of a revision with their floors, set by set. */
export abstract class FloorCheck {
  /** Those under their floor by the costs of an instant: the first `limit` by SKU, and how many in all. */
  abstract breaches(
    revisionId: string,
    at: Date,
    limit: number,
  ): Promise<{ readonly total: number; readonly lines: readonly FloorBreach[] }>;
}

/** Whether whoever asks may know costs, or anything a cost could be computed from. */
export const maySeeCosts = (permissions: ReadonlySet<Permission>): boolean => permissions.has('cost.read');
