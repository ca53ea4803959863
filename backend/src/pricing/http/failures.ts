import type { Failures } from '../../shared/http/failure.js';
import type { ApplyFormulaError } from '../application/apply-formula.js';
import type { CostRefusal, CostRemovalError } from '../application/keep-costs.js';
import type { ChangePricesError, ChangeRefusal } from '../application/change-prices.js';
import type { DiscountError } from '../application/keep-discounts.js';
import type { PriceTableError } from '../application/create-price-table.js';
import type { LineError } from '../application/explain-prices.js';
import type { MoveRevisionError } from '../application/move-revision.js';
import type { RollBackError } from '../application/roll-back.js';
import type { SimulationError } from '../application/simulate-prices.js';

type PricingError =
  | ApplyFormulaError
  | CostRefusal
  | CostRemovalError
  | ChangePricesError
  | ChangeRefusal
  | DiscountError
  | LineError
  | MoveRevisionError
  | PriceTableError
  | RollBackError
  | SimulationError;

export const failures: Failures<PricingError['code']> = {
  'price_table.not_found': { status: 404, message: 'There is no such price table' },
  'price_table.name_taken': { status: 409, message: 'Another price table has this name' },
  'price_table.scope_mismatch': {
    status: 422,
    message: 'A state table names its state, a company table its company, a national one neither',
  },
  'price_table.empty_period': { status: 422, message: 'The table would end before it begins' },
  'company.not_found': { status: 404, message: 'There is no such company' },
  'product.not_found': { status: 404, message: 'There is no such product' },
  'product.unknown_unit': { status: 422, message: 'The product is not sold in this unit' },
  'quantity.not_positive': { status: 422, message: 'A quantity is a number above zero' },
  'quantity.too_precise': { status: 422, message: 'A quantity has at most three decimals' },
  'revision.not_found': { status: 404, message: 'There is no such revision' },
  'revision.transition_not_allowed': { status: 422, message: 'The revision is not in a state for this' },
  'revision.own_approval': { status: 403, message: 'Somebody else must approve what you wrote or handed in' },
  'revision.not_approved': { status: 422, message: 'A second person must approve the revision before it is published' },
  'revision.empty': { status: 422, message: 'The revision changes nothing' },
  'revision.too_large': { status: 422, message: 'A revision has at most a million changes' },
  'revision.local_time_skipped': { status: 422, message: 'The clocks skip this time on that day' },
  'revision.live_in_past': { status: 422, message: 'A revision goes live now or later' },
  'revision.publishers_only': { status: 403, message: 'Only who may publish prices can withdraw scheduled ones' },
  'revision.conflict': { status: 409, message: 'Some prices changed since this was written down; look at them again' },
  'revision.never_live': { status: 422, message: 'Only what went live can be rolled back' },
  'revision.not_pending': { status: 422, message: 'Only what is not live yet can be tried out' },
  'simulation.basket_missing': { status: 422, message: 'Name the lines to price, or an order' },
  'order.not_found': { status: 404, message: 'There is no such order' },
  'list.not_found': { status: 404, message: 'There is no such list' },
  'price.unknown_unit': { status: 422, message: 'The product is not sold in this unit' },
  'price.invalid_minimum': { status: 422, message: 'A minimum quantity is above zero, with at most three decimals' },
  'price.missing': { status: 422, message: 'A price to set is missing' },
  'price.negative': { status: 422, message: 'A price is zero or more' },
  'price.too_precise': { status: 422, message: 'A unit price has at most four decimals' },
  'price.invalid': { status: 422, message: 'This is not a price; write it like 1234.50' },
  'price.unreadable': { status: 422, message: 'This cannot be read as a price' },
  'price.changed_by_other': { status: 409, message: 'Somebody else changed this price meanwhile' },
  'price.empty_window': { status: 422, message: 'The price would end before it begins' },
  'price.below_margin_floor': {
    status: 422,
    message: 'Prices are under their margin floor; whoever may let them through says why',
  },
  'price.nothing_to_remove': { status: 422, message: 'There is no such price to remove' },
  'cost.not_given': { status: 422, message: 'A cost to set is missing' },
  'cost.negative': { status: 422, message: 'A cost is zero or more' },
  'cost.too_precise': { status: 422, message: 'A cost has at most four decimals' },
  'cost.invalid': { status: 422, message: 'This is not a cost; write it like 1234.50' },
  'cost.not_found': { status: 404, message: 'No cost was said from this start on' },
  'cost.empty_window': { status: 422, message: 'The cost would end before it begins' },
  'formula.invalid': { status: 422, message: 'The formula cannot be read from here on' },
  'formula.costs_hidden': { status: 403, message: 'Prices made from costs are for those who may see costs' },
  'formula.table_missing': { status: 422, message: 'The formula speaks of another table; name it' },
  'rounding.invalid': { status: 422, message: 'Round to a step or to an ending, above zero' },
  'buyer_tier.not_found': { status: 404, message: 'There is no such buyer tier' },
  'buyer_tier.code_taken': { status: 409, message: 'Another buyer tier has this code' },
  'trade_code.not_found': { status: 404, message: 'There is no such trade code' },
  'trade_code.code_taken': { status: 409, message: 'This trade code exists already' },
  'discount.empty_window': { status: 422, message: 'The discount would end before it begins' },
  'category.not_found': { status: 404, message: 'There is no such category' },
};
