import { parseDecimal } from '../decimal.js';
import { readInstant } from '../instant.js';
import type { CellProblem } from './import-kind.js';
import { isGuarded, unguarded } from './spreadsheet/sheet.js';

/** The clock of the store a file is sent to. */
export interface FileClock {
  /** The first instant of a day. */
  startOf(day: string): Date;
  /** The instant of a local time; null where the clocks skip it. */
  instantOf(local: string): Date | null;
}

const problem = (column: string, code: string, message: string): CellProblem => ({ column, code, message });

/** Reads the cells of one row and collects what is wrong with them, so that a row is refused once with all reasons. */
export class Cells {
  readonly problems: CellProblem[] = [];

  constructor(private readonly cell: (column: string) => string) {}

  /** What a cell says, without the sign that it is text. */
  plain(column: string): string {
    return unguarded(this.cell(column));
  }

  /**
   * Text of at most `max` characters; null when empty. Cells a spreadsheet would run as a formula are refused, unless a
   * leading apostrophe says that they are text.
   */
  text(column: string, max: number): string | null {
    const written = this.cell(column);
    const value = unguarded(written);
    if (value === '') return null;
    if (!isGuarded(written) && (/^[=@]/.test(value) || /^[+-][A-Za-z(]/.test(value))) {
      return this.refuse(column, 'cell.formula', 'Formulas are not taken; paste the value');
    }
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(value)) {
      return this.refuse(column, 'cell.control_character', 'The cell holds characters that cannot be shown');
    }
    if (value.length > max) return this.refuse(column, 'cell.too_long', `At most ${max} characters`);
    return value;
  }

  requiredText(column: string, max: number): string | null {
    if (this.cell(column) === '') return this.refuse(column, 'cell.required', 'The cell must not be empty');
    return this.text(column, max);
  }

  oneOf(column: string, options: readonly string[], fallback: string): string | null {
    const value = this.plain(column).toLowerCase() || fallback;
    return options.includes(value) ? value : this.refuse(column, 'cell.unknown_word', `One of ${options.join(', ')}`);
  }

  /** A plain decimal of zero or more with at most `scale` decimals, written with a point. */
  decimal(column: string, scale: number, { required = true, positive = false } = {}): string | null {
    const value = this.plain(column);
    if (value === '') return required ? this.refuse(column, 'cell.required', 'The cell must not be empty') : null;
    if (/^-?\d{1,3}(\.\d{3})*,\d+$|^-?\d+,\d+$/.test(value)) {
      return this.refuse(column, 'number.decimal_comma', 'Write decimals with a point: 12.50');
    }
    const parsed = parseDecimal(value, scale);
    if (parsed === null) {
      const precise = /^-?\d+\.\d+$/.test(value);
      return precise
        ? this.refuse(column, 'number.too_precise', `At most ${scale} decimals`)
        : this.refuse(column, 'number.invalid', 'Not a number');
    }
    if (parsed < 0n) return this.refuse(column, 'number.negative', 'Must not be negative');
    if (positive && parsed === 0n) return this.refuse(column, 'number.not_positive', 'Must be above zero');
    return value;
  }

  /**
   * An ISO date or instant; null when empty. The store's clock says when a plain date begins, and what a time without an
   * offset is.
   */
  instant(column: string, clock: FileClock): string | null {
    const value = this.plain(column);
    if (value === '') return null;
    const invalid = (): null => this.refuse(column, 'date.invalid', 'Write dates as 2026-03-01');
    const read = readInstant(value);
    if (!read && !readInstant(`${value}Z`)) return invalid();
    const instant = read ? (value.includes('T') ? read : clock.startOf(value)) : clock.instantOf(value);
    if (!instant) return this.refuse(column, 'date.time_skipped', 'Clocks skip this time on that day');
    const kept = instant.toISOString();
    // East of UTC the first day begins before any year that is kept.
    return readInstant(kept) ? kept : invalid();
  }

  json(column: string): unknown {
    const value = this.plain(column);
    if (value === '') return null;
    if (value.length > 20_000) return this.refuse(column, 'cell.too_long', 'At most 20000 characters');
    try {
      return JSON.parse(value);
    } catch {
      return this.refuse(column, 'json.invalid', 'Not valid JSON');
    }
  }

  refuse(column: string, code: string, message: string): null {
    this.problems.push(problem(column, code, message));
    return null;
  }
}
