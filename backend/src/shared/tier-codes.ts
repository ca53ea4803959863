/** The codes of the tenant's buyer tiers; pricing owns tiers, and companies name them. */
export abstract class TierCodes {
  abstract idsByCode(): Promise<ReadonlyMap<string, string>>;
  abstract exists(id: string): Promise<boolean>;
}
