import { type CodeTerms, Discounts, type TierTerms } from '../../src/pricing/domain/discounts.js';
import {
  type Ask,
  type Candidate,
  type PriceScope,
  priceScopes,
  type TableRef,
} from '../../src/pricing/domain/price-resolver.js';
import { price, qty } from '../support/builders.js';

/**
 * A case as a person would tell it. An entry reads `[unit] [minimum+] price [from day] [until day] [live day] [in table]`:
 * `pallet 5+ 300.00 until 2026-12-01 in Promotion`. Left out: the base unit, 1+, since ever, for ever, live already, the
 * scope's own table.
 */
export interface Scenario {
  readonly story: string;
  readonly national?: readonly string[];
  readonly state?: readonly string[];
  readonly company?: readonly string[];
  /** Tables with a priority other than 0. */
  readonly priorities?: Readonly<Record<string, number>>;
  /** Tables that speak for a time only: `from 2026-01-01 until 2027-01-01`, either may be left out. */
  readonly periods?: Readonly<Record<string, string>>;
  /** What is asked for, `2.5 pallet`; 1 of the base unit unless said. */
  readonly ask?: string;
  /** Base units per unit; the base unit is `bag`. */
  readonly units?: Readonly<Record<string, string>>;
  readonly at?: string;
  /** The product's category and those above it, nearest first. */
  readonly category?: readonly string[];
  /** Percent by category, `default` for the others. */
  readonly tier?: Readonly<Record<string, string>>;
  readonly code?: {
    readonly percent: string;
    readonly category?: string;
    readonly from?: string;
    readonly until?: string;
    readonly active?: boolean;
  };
  readonly answer: string | null;
  readonly source?: PriceScope;
  readonly derived?: true;
  readonly list?: string | null;
  readonly total?: string;
  readonly currency?: string;
  readonly label?: string;
  /** Who lost and why; when given, it names every loser. */
  readonly lost?: Readonly<Record<string, string>>;
  /** The discount that was passed over, and why. */
  readonly passedOver?: Readonly<Record<string, string>>;
  /** Quantities at which the price changes: `1+ 10.00`. */
  readonly breaks?: readonly string[];
  readonly minimum?: string;
  readonly step?: string;
}

const dayOf = (text: string | undefined): Date | null => (text ? new Date(text) : null);
const periodOf = (text = ''): Pick<TableRef, 'validFrom' | 'validTo'> => {
  const [, from, until] = /^(?:from (\S+))? ?(?:until (\S+))?$/.exec(text) ?? [];
  return { validFrom: dayOf(from), validTo: dayOf(until) };
};
const rateOf = (percent: string): bigint => price(percent).tenThousandths / 100n;

/** The scenario's entries by how the story names them, `state 50+ 9.00`. */
export function candidatesOf(scenario: Scenario): ReadonlyMap<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const scope of priceScopes) {
    for (const text of scenario[scope] ?? []) {
      const match =
        /^(?:([a-z]+) )?(?:([\d.]+)\+ )?([\d.]+)(?: from (\S+))?(?: until (\S+))?(?: live (\S+))?(?: in (.+))?$/.exec(
          text,
        );
      if (!match) throw new Error(`not an entry: ${text}`);
      const [, unit = 'bag', minimum = '1', amount = '', from, until, live, tableName = scope] = match;
      const table: TableRef = {
        id: `${scope} ${tableName}`,
        name: tableName,
        scope,
        stateCode: scope === 'state' ? 'TX' : null,
        priority: scenario.priorities?.[tableName] ?? 0,
        ...periodOf(scenario.periods?.[tableName]),
      };
      candidates.set(`${scope} ${text}`, {
        entryId: String(candidates.size).padStart(4, '0'),
        revisionId: 'revision',
        table,
        unit,
        minimum: qty(minimum),
        unitPrice: price(amount),
        validFrom: dayOf(from),
        validTo: dayOf(until),
        liveFrom: dayOf(live),
      });
    }
  }
  return candidates;
}

export const instantOf = ({ at }: Scenario): Date => new Date(at ?? '2026-11-20T12:00:00Z');

export function askOf({ ask = '1 bag', units = {} }: Scenario): Ask {
  const [quantity = '1', unit = 'bag'] = ask.split(' ');
  return { unit, baseUnit: 'bag', factor: qty(unit === 'bag' ? '1' : (units[unit] ?? '')), quantity: qty(quantity) };
}

export function discountsOf(scenario: Scenario) {
  const { tier, code, category = ['Cement'] } = scenario;
  const { default: standard = '0', ...own } = tier ?? {};
  const tierTerms: TierTerms | null = tier
    ? {
        name: 'Silver',
        defaultRate: rateOf(standard),
        byCategory: new Map(Object.entries(own).map(([name, percent]) => [name, rateOf(percent)])),
      }
    : null;
  const codeTerms: CodeTerms | null = code
    ? {
        code: 'SPRING',
        rate: rateOf(code.percent),
        categoryId: code.category ?? null,
        validFrom: dayOf(code.from),
        validTo: dayOf(code.until),
        active: code.active ?? true,
      }
    : null;
  const [nearest = ''] = category;
  return new Discounts(tierTerms, codeTerms, new Map([[nearest, category]]), instantOf(scenario)).on(nearest);
}
