import type { components } from '@tradeyard/api-client';

type Schemas = components['schemas'];

export type Revision = Schemas['RevisionView'];
export type RevisionStatus = Revision['status'];
export type RevisionEvent = Schemas['RevisionEventView'];
export type DiffLine = Schemas['DiffLineView'];
export type DiffTotals = Schemas['DiffTotalsView'];
export type Impact = Schemas['ImpactView'];
export type FormulaAnswer = Schemas['AppliedFormulaView'];
export type FormulaBody = Schemas['ApplyFormulaBody'];

/** A revision's place in the API. */
export type RevisionPlace = Pick<Revision, 'tableId' | 'id'>;

/** Which price of a table; the same product may have several units, tiers and windows. */
export type PriceKey = Pick<DiffLine, 'productId' | 'unit' | 'minQuantity' | 'validFrom'>;

/** Tells the lines of one revision apart. */
export const lineId = ({ productId, unit, minQuantity, validFrom }: PriceKey): string =>
  [productId, unit, minQuantity, validFrom ?? ''].join('|');

/** A key as the API takes it. */
export const keyOf = ({ productId, unit, minQuantity, validFrom }: PriceKey) => ({
  productId,
  unit,
  minQuantity,
  ...(validFrom && { validFrom }),
});

/** Statuses in which prices may still be edited; an edit of any but a draft makes it one again. */
export const isOpen = (status: RevisionStatus): boolean =>
  status === 'draft' || status === 'submitted' || status === 'approved' || status === 'rejected';

/** The address of a revision. */
export const pathOf = ({ tableId, id }: RevisionPlace): string => `/prices/revisions/${tableId}/${id}`;
