import { IsBoolean } from 'class-validator';
import { Flag, Instant, WhenGiven } from '../../shared/http/fields.js';
import { type FileFormat, Format } from '../../shared/http/file-answer.js';
import { GridParams } from './price-grid.dto.js';
import { DiffQuery } from './revision-diff.dto.js';

/** A file of what holds at an instant, now unless said. */
export class ExportQuery {
  @Format()
  format: FileFormat = 'csv';

  @WhenGiven()
  @Instant()
  at?: Date;
}

/** The grid as it is filtered, all pages of it. */
export class GridExportQuery extends GridParams {
  @Format()
  format: FileFormat = 'csv';

  /** With the changes of the drafts `changed`, else of what is live. */
  @WhenGiven()
  @Flag()
  @IsBoolean()
  pending?: boolean;
}

/** A revision's diff as it is filtered, all pages of it; by SKU unless said. */
export class DiffExportQuery extends DiffQuery {
  @Format()
  format: FileFormat = 'csv';
}
