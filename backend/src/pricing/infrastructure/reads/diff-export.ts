import { Injectable } from '@nestjs/common';
import {
  shortest,
  type SheetColumn,
  type SheetRow,
  type SheetRows,
} from '../../../shared/infrastructure/spreadsheet/sheet.js';
import type { DiffPart, DiffSort } from './diff-statement.js';
import { type ExportedTable, priceColumns, PriceExports } from './price-exports.adapter.js';
import { type ComparedRevision, RevisionDiff } from './revision-diff.js';

/** Which lines of a diff are wanted, and in which order. */
export interface DiffFilter {
  readonly only?: DiffPart | undefined;
  readonly search?: string | undefined;
  readonly sort?: DiffSort | undefined;
}

/** Each part of a diff is compared anew, so parts are large. */
const linesAtOnce = 25_000;

const diffColumns: readonly SheetColumn[] = [
  ...priceColumns,
  { name: 'action', kind: 'text' },
  ...['old_unit_price', 'difference', 'percent'].map((name) => ({ name, kind: 'number' as const })),
  { name: 'flags', kind: 'text' },
];

/** The changes of a revision as a file that puts the same changes into another draft. */
@Injectable()
export class DiffExport {
  constructor(
    private readonly diffs: RevisionDiff,
    private readonly exports: PriceExports,
  ) {}

  async of(
    table: ExportedTable,
    revision: ComparedRevision,
    filter: DiffFilter,
    now: Date,
  ): Promise<{ columns: readonly SheetColumn[]; rows: SheetRows; count: () => Promise<number> }> {
    const page = (number: number, pageSize: number) =>
      this.diffs.page(revision, now, { ...filter, page: number, pageSize }, false);
    const write = await this.exports.writerFor(table);
    return {
      columns: diffColumns,
      count: async () => (await page(1, 1)).total,
      rows: (async function* (): AsyncGenerator<SheetRow[]> {
        for (let number = 1; ; number += 1) {
          const { rows } = await page(number, linesAtOnce);
          yield rows.map((row) => [
            ...write({ ...row, unitPrice: row.newPrice }, row),
            row.action,
            ...[row.oldPrice, row.difference, row.percent].map((decimal) => decimal && shortest(decimal)),
            row.flags.join(' '),
          ]);
          if (rows.length < linesAtOnce) return;
        }
      })(),
    };
  }
}
