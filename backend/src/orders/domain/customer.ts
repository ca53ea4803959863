/** Where goods go; `name` is the job site's, where it is one. */
export interface Address {
  readonly name: string | null;
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly stateCode: string;
  readonly postalCode: string;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly accessNotes: string | null;
}

export interface JobSite {
  readonly id: string;
  readonly address: Address;
}

/** The company that buys, and the terms of the tenant it buys from. */
export interface Customer {
  readonly companyId: string;
  readonly name: string;
  readonly stateCode: string;
  readonly blocked: boolean;
  readonly tierId: string | null;
  readonly salesRepId: string | null;
  readonly paymentTerms: string;
  readonly address: Address | null;
  /** The job site asked about; null when none was, or when the company has no such job site. */
  readonly jobSite: JobSite | null;
  readonly currency: string;
  readonly timeZone: string;
  /** Decimal fractions by state. */
  readonly taxRates: Readonly<Record<string, string>>;
}

/** The state whose prices hold: the job site's, else the company's. */
export const priceState = ({ jobSite, stateCode }: Customer): string => jobSite?.address.stateCode ?? stateCode;

/** Where goods go unless an order says otherwise. */
export const usualAddress = ({ jobSite, address }: Customer): Address | null => jobSite?.address ?? address;

/** The tax on goods delivered to a state, as a decimal fraction; a state without a rate is not taxed. */
export const taxRateIn = ({ taxRates }: Customer, stateCode: string): string => taxRates[stateCode] ?? '0';
