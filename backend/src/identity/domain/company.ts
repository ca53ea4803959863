import { formatDecimal, parseDecimal } from '../../shared/decimal.js';
import { newId } from '../../shared/ids.js';
import { err, ok, type Result } from '../../shared/result.js';
import { statesOf } from './states.js';
import { taxId, type TaxIdError } from './tax-id.js';

/** A place with a street; `stateCode` is one of the tenant's states. */
export interface Address {
  readonly line1: string;
  readonly line2?: string | null;
  readonly city: string;
  readonly stateCode: string;
  readonly postalCode: string;
}

export interface UnknownState {
  readonly code: 'company.state_unknown';
  readonly stateCode: string;
}

export type CompanyError =
  | TaxIdError
  | UnknownState
  | { readonly code: 'company.tax_id_taken'; readonly taxId: string }
  | { readonly code: 'company.sales_rep_unknown'; readonly salesRepId: string }
  | { readonly code: 'company.tier_unknown'; readonly tierId: string };

export type CompanyStatus = 'active' | 'blocked';

/** What is known of a company besides its id; money as decimal text in the tenant's currency. */
export interface CompanyFacts {
  readonly name: string;
  readonly taxId: string;
  readonly stateCode: string;
  readonly status: CompanyStatus;
  readonly tierId: string | null;
  readonly salesRepId: string | null;
  readonly email: string | null;
  readonly creditLimit: string;
  readonly paymentTerms: string;
  readonly address: Address | null;
}

/** A trade customer; its tax id is valid and its states are the tenant's. */
export class Company {
  private constructor(
    readonly id: string,
    readonly facts: CompanyFacts,
    /** 0 until it was saved. */
    readonly version: number,
    readonly createdAt: Date,
  ) {}

  static restore(state: { id: string; facts: CompanyFacts; version: number; createdAt: Date }): Company {
    return new Company(state.id, state.facts, state.version, state.createdAt);
  }

  /** A company that is new here, in the tenant that sells in `currency`. */
  static register(
    facts: Partial<CompanyFacts> & Pick<CompanyFacts, 'name' | 'taxId' | 'stateCode'>,
    currency: string,
    at: Date,
  ): Result<Company, CompanyError> {
    const blank: CompanyFacts = {
      name: '',
      taxId: '',
      stateCode: '',
      status: 'active',
      tierId: null,
      salesRepId: null,
      email: null,
      creditLimit: '0.00',
      paymentTerms: 'prepaid',
      address: null,
    };
    return new Company(newId(), blank, 0, at).change(facts, currency);
  }

  change(change: Partial<CompanyFacts>, currency: string): Result<Company, CompanyError> {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const facts: CompanyFacts = { ...this.facts, ...given };
    const id = facts.taxId === this.facts.taxId ? ok(facts.taxId) : taxId(facts.taxId, currency);
    if (!id.ok) return id;
    const unknown = unknownState([facts.stateCode, facts.address?.stateCode ?? facts.stateCode], currency);
    if (unknown) return err(unknown);
    const exact = { ...facts, taxId: id.value, creditLimit: inCents(facts.creditLimit) };
    return ok(new Company(this.id, exact, this.version, this.createdAt));
  }

  /** Which facts differ from those of an earlier state. */
  changedSince(earlier: Company): (keyof CompanyFacts)[] {
    const keys = Object.keys(this.facts) as (keyof CompanyFacts)[];
    return keys.filter((key) => JSON.stringify(this.facts[key]) !== JSON.stringify(earlier.facts[key]));
  }
}

/** An amount as it is kept: with two decimals. */
export const inCents = (amount: string): string => formatDecimal(parseDecimal(amount, 2) ?? 0n, 2);

/** The first code that is no state of the country where `currency` is money. */
export function unknownState(codes: readonly string[], currency: string): UnknownState | null {
  const stateCode = codes.find((code) => !statesOf({ currency }).some((state) => state.code === code));
  return stateCode === undefined ? null : { code: 'company.state_unknown', stateCode };
}

/** `prepaid`, or `net` and up to 180 days. */
export const paymentTerms = /^(prepaid|net([1-9]\d?|1[0-7]\d|180))$/;
export const isPaymentTerms = (text: string): boolean => paymentTerms.test(text);
