import { Injectable } from '@nestjs/common';
import { Stock as CatalogStock } from '../../catalog/index.js';
import type { Quantity } from '../../shared/quantity.js';
import type { Result } from '../../shared/result.js';
import {
  type NotReserved,
  type ReservedLine,
  Stock,
  type StockInsufficient,
  type StockLine,
} from '../application/ports.js';
import type { BranchRef } from '../domain/order-line.js';

/** Reserves, releases and dispatches through the catalogue, which keeps the goods. */
@Injectable()
export class CatalogueStock extends Stock {
  constructor(private readonly stock: CatalogStock) {
    super();
  }

  reserve(
    orderId: string,
    stateCode: string,
    lines: readonly StockLine[],
  ): Promise<Result<readonly ReservedLine[], StockInsufficient>> {
    return this.stock.reserve(orderId, stateCode, lines);
  }

  release(orderId: string, reason: string): Promise<void> {
    return this.stock.release(orderId, reason);
  }

  branches(): Promise<readonly BranchRef[]> {
    return this.stock.branches();
  }

  dispatch(
    orderId: string,
    branchId: string,
    lines: readonly { readonly lineNo: number; readonly quantity: Quantity }[],
  ): Promise<Result<void, NotReserved>> {
    return this.stock.dispatch(orderId, branchId, lines);
  }
}
