import { Injectable } from '@nestjs/common';
import type { Quantity } from '../../shared/quantity.js';
import { ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import {
  allocate,
  inServingOrder,
  type ReservedLine,
  type StockInsufficient,
  type WantedLine,
} from '../domain/allocation.js';
import { type ActiveBranch, Branches, type DispatchLine, type NotReserved, StockLedger } from './ports.js';

/** Promises goods to documents and takes them out again; everything joins the caller's transaction. */
@Injectable()
export class Stock {
  constructor(
    private readonly ledger: StockLedger,
    private readonly places: Branches,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** All lines or none. A line without a branch is backordered, expected on a date if one is known. */
  reserve(
    documentId: string,
    stateCode: string,
    lines: readonly WantedLine[],
  ): Promise<Result<ReservedLine[], StockInsufficient>> {
    return this.unitOfWork.run(async () => {
      if (lines.length === 0) return ok([]);
      const { goods, branches } = await this.ledger.lock(lines.map(({ productId }) => productId));
      const allocated = allocate(lines, goods, inServingOrder(branches, stateCode));
      if (!allocated.ok) return allocated;
      await this.ledger.reserve(documentId, lines, allocated.value);
      return allocated;
    });
  }

  /** Gives back all that is still open of a document; nothing open is fine. */
  async release(documentId: string, reason: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.ledger.release(documentId, reason);
      return ok(undefined);
    });
  }

  /** The branches that hand out goods, in the tenant's order; up to 10 seconds old. */
  branches(): Promise<readonly ActiveBranch[]> {
    return this.places.active();
  }

  /**
   * Takes goods out of a branch, backordered ones from what is promised to nobody; a line that has not as much open, or
   * not as much lying there, refuses all of it.
   */
  dispatch(
    documentId: string,
    branchId: string,
    lines: readonly { readonly lineNo: number; readonly quantity: Quantity }[],
  ): Promise<Result<void, NotReserved>> {
    return this.unitOfWork.run(() =>
      this.ledger.dispatch(documentId, branchId, lines satisfies readonly DispatchLine[]),
    );
  }
}
