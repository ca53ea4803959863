import { Quantity } from '../../shared/quantity.js';
import { err, ok, type Result } from '../../shared/result.js';
import { baseUnitsOfShipment, type BranchRef, openQuantity, type OrderLine } from './order-line.js';

/** What is to leave: without lines everything open, without a branch from wherever each line was reserved. */
export interface ShippingRequest {
  readonly branchId?: string;
  /** The named branch, as long as it hands out goods; backordered lines may leave from it. */
  readonly from?: BranchRef;
  readonly lines?: readonly { readonly lineNo: number; readonly quantity: Quantity }[];
}

/** What leaves one branch, in the lines' own units and in base units. */
export interface Consignment {
  readonly branch: BranchRef;
  readonly lines: readonly { readonly lineNo: number; readonly quantity: Quantity; readonly baseQuantity: Quantity }[];
}

export type ShippingError =
  | { readonly code: 'shipment.empty' }
  | { readonly code: 'shipment.line_not_found'; readonly lineNo: number }
  | { readonly code: 'shipment.exceeds_open'; readonly lineNo: number; readonly open: string }
  | { readonly code: 'shipment.other_branch'; readonly lineNo: number; readonly branchId: string }
  | { readonly code: 'shipment.awaits_stock'; readonly lineNo: number; readonly expectedDate: string | null };

interface Parcel {
  readonly line: OrderLine;
  readonly branch: BranchRef;
  readonly quantity: Quantity;
}

/** Plans one consignment per branch; a backordered line leaves from the branch that is named, and waits without one. */
export function planShipping(
  lines: readonly OrderLine[],
  request: ShippingRequest,
): Result<Consignment[], ShippingError> {
  const parcels = request.lines ? parcelsNamed(lines, request.lines, request.from) : parcelsOpen(lines, request);
  if (!parcels.ok) return parcels;
  const { branchId } = request;
  const elsewhere = branchId && parcels.value.find(({ branch }) => branch.id !== branchId);
  if (elsewhere) {
    return err({ code: 'shipment.other_branch', lineNo: elsewhere.line.lineNo, branchId: elsewhere.branch.id });
  }
  if (parcels.value.length === 0) return err({ code: 'shipment.empty' });

  const byBranch = new Map<string, Parcel[]>();
  for (const parcel of parcels.value) {
    byBranch.set(parcel.branch.id, [...(byBranch.get(parcel.branch.id) ?? []), parcel]);
  }
  return ok([...byBranch.values()].map(consignmentOf));
}

function parcelsNamed(
  lines: readonly OrderLine[],
  named: readonly { readonly lineNo: number; readonly quantity: Quantity }[],
  from?: BranchRef,
): Result<Parcel[], ShippingError> {
  const wanted = new Map<number, Quantity>();
  for (const { lineNo, quantity } of named) {
    wanted.set(lineNo, (wanted.get(lineNo) ?? Quantity.zero).plus(quantity));
  }
  const parcels: Parcel[] = [];
  for (const [lineNo, quantity] of wanted) {
    const line = lines.find((candidate) => candidate.lineNo === lineNo);
    if (!line) return err({ code: 'shipment.line_not_found', lineNo });
    const open = openQuantity(line);
    if (!open.atLeast(quantity)) return err({ code: 'shipment.exceeds_open', lineNo, open: open.toString() });
    const branch = line.branch ?? from;
    if (!branch) return err({ code: 'shipment.awaits_stock', lineNo, expectedDate: line.expectedDate });
    parcels.push({ line, branch, quantity });
  }
  return ok(parcels);
}

/** Everything that is reserved there; when nothing is, what waits for stock leaves from the branch that is named. */
function parcelsOpen(
  lines: readonly OrderLine[],
  { branchId, from }: ShippingRequest,
): Result<Parcel[], ShippingError> {
  const open = lines.filter((line) => !openQuantity(line).equals(Quantity.zero));
  const parcels = open.flatMap((line) =>
    line.branch && (!branchId || line.branch.id === branchId)
      ? [{ line, branch: line.branch, quantity: openQuantity(line) }]
      : [],
  );
  const waiting = open.filter(({ branch }) => !branch);
  const [first] = waiting;
  if (parcels.length > 0 || !first) return ok(parcels);
  if (from) return ok(waiting.map((line) => ({ line, branch: from, quantity: openQuantity(line) })));
  return err({ code: 'shipment.awaits_stock', lineNo: first.lineNo, expectedDate: first.expectedDate });
}

const consignmentOf = (parcels: readonly Parcel[]): Consignment => ({
  branch: parcels[0]!.branch,
  lines: parcels.map(({ line, quantity }) => ({
    lineNo: line.lineNo,
    quantity,
    baseQuantity: baseUnitsOfShipment(line, quantity),
  })),
});
