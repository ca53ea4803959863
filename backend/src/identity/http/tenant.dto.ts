/** A state the tenant delivers to. */
export class StateView {
  code!: string;
  name!: string;
}

/** The store itself, as everybody may know it. */
export class TenantView {
  slug!: string;
  name!: string;
  currency!: string;
  locale!: string;
  timeZone!: string;
  brandColor!: string | null;
  logoUrl!: string | null;
  /** Whether visitors see prices before they sign in. */
  publicPrices!: boolean;
  states!: StateView[];
}
