import { Readable } from 'node:stream';
import { Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor.js';
import { AcceptImport, type AcceptImportError } from '../infrastructure/accept-import.js';
import { ImportStore } from '../infrastructure/import-store.js';
import { ObjectStorage } from '../object-storage.js';
import { CurrentActor, Requires } from './access.js';
import { Failure, type Failures, foundOr404, valueOrFailure } from './failure.js';
import {
  AcceptedImportView,
  ImportQuery,
  ImportSummaryView,
  ImportView,
  toImportSummaryView,
  toImportView,
} from './import.dto.js';
import { asPage } from './page.js';
import { PageQuery } from './page.dto.js';

const failures: Failures<AcceptImportError['code']> = {
  'import.unknown_kind': { status: 404, message: 'There is no such kind of import' },
  'import.not_permitted': { status: 403, message: 'You may not import this' },
  'import.too_large': { status: 413, message: 'The file is larger than 100 MB; split it' },
  'import.no_target': { status: 422, message: 'A file of this kind is not put into a draft' },
  'revision.not_found': { status: 404, message: 'There is no such draft' },
  'import.empty': { status: 400, message: 'The file is empty' },
  'idempotency.key_reused': { status: 409, message: 'This Idempotency-Key came with another file' },
  'idempotency.key_missing': { status: 400, message: 'The Idempotency-Key is not usable' },
};

const reportSeconds = 15 * 60;

/** CSV and XLSX files on their way into the system. */
@Controller('backoffice/imports')
export class ImportController {
  constructor(
    private readonly acceptImport: AcceptImport,
    private readonly store: ImportStore,
    private readonly storage: ObjectStorage,
  ) {}

  /** The body is the file itself, as text/csv or as an XLSX workbook, of which the first sheet counts. */
  @Post(':kind')
  @HttpCode(202)
  @Requires('import.run')
  async accept(
    @CurrentActor() actor: Actor,
    @Param('kind') kind: string,
    @Query() { dryRun, publish, revisionId }: ImportQuery,
    @Req() request: FastifyRequest,
    @Headers('idempotency-key') idempotencyKey?: string,
  ): Promise<AcceptedImportView> {
    const { body } = request;
    if (!(body instanceof Readable)) throw new Failure(415, 'request.unsupported_type', 'Send the file as CSV or XLSX');
    const contentType = request.headers['content-type'] ?? '';
    const file = { kind, body, contentType, dryRun, publish, targetId: revisionId ?? null, idempotencyKey };
    return valueOrFailure(await this.acceptImport.execute(actor, file), failures);
  }

  @Get()
  @Requires('import.run')
  async list(@Query() { page, pageSize }: PageQuery): Promise<ImportSummaryView[]> {
    const { imports, total } = await this.store.page(page, pageSize);
    return asPage(imports.map(toImportSummaryView), { number: page, size: pageSize, total });
  }

  @Get(':id')
  @Requires('import.run')
  async show(@Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    const record = foundOr404(await this.store.find(id), 'import');
    const { reportKey, kind } = record;
    const url = reportKey && (await this.storage.downloadUrl(reportKey, `${kind}-errors.csv`, reportSeconds));
    return toImportView(record, url);
  }
}
