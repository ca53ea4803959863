import { createHash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { Idempotency, type IdempotencyError } from '../idempotency.js';
import { newId } from '../ids.js';
import { Jobs } from '../jobs.js';
import { ObjectStorage } from '../object-storage.js';
import type { Permission } from '../permissions.js';
import { currentContext } from '../request-context.js';
import { err, ok, type Result } from '../result.js';
import { UnitOfWork } from '../unit-of-work.js';
import { ImportKinds } from './import-kinds.js';
import { ImportStore } from './import-store.js';
import { importJob } from './run-import.js';

export const largestImport = 100 * 1024 * 1024;

export type AcceptImportError =
  | { readonly code: 'import.unknown_kind'; readonly kinds: readonly string[] }
  | { readonly code: 'import.not_permitted'; readonly permission: Permission }
  | { readonly code: 'import.too_large'; readonly limit: number }
  | { readonly code: 'import.empty' }
  | { readonly code: 'import.no_target' }
  | { readonly code: 'revision.not_found' }
  | IdempotencyError;

export interface AcceptedImport {
  readonly id: string;
  readonly status: 'queued';
}

/** Stores a file as it arrives and queues its import; the file never stands in memory. */
@Injectable()
export class AcceptImport {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly store: ImportStore,
    private readonly storage: ObjectStorage,
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
  ) {}

  async execute(
    actor: Actor,
    file: {
      kind: string;
      body: Readable;
      contentType: string;
      dryRun: boolean;
      publish: boolean;
      targetId: string | null;
      idempotencyKey: string | undefined;
    },
  ): Promise<Result<AcceptedImport, AcceptImportError>> {
    const kind = this.kinds.find(file.kind);
    if (!kind) return err({ code: 'import.unknown_kind', kinds: this.kinds.names });
    const publish = file.publish && !file.targetId;
    const needed = [kind.permission, ...(publish && kind.publishPermission ? [kind.publishPermission] : [])];
    const lacking = needed.find((permission) => !actor.permissions.has(permission));
    if (lacking) return err({ code: 'import.not_permitted', permission: lacking });
    if (file.targetId && !kind.hasTarget) return err({ code: 'import.no_target' });
    if (file.targetId && !(await kind.hasTarget?.(file.targetId))) return err({ code: 'revision.not_found' });

    const id = newId();
    const fileKey = `${currentContext()?.tenantId}/imports/${id}`;
    const meter = measured(file.body);
    try {
      await this.storage.put(fileKey, meter.stream, file.contentType);
    } catch (error) {
      await this.storage.remove(fileKey);
      if (meter.tooLarge()) return err({ code: 'import.too_large', limit: largestImport });
      throw error;
    }
    if (meter.size() === 0) {
      await this.storage.remove(fileKey);
      return err({ code: 'import.empty' });
    }

    const queue = async () => {
      const { dryRun, targetId } = file;
      const requester = { requestedBy: actor.id, requestedByName: actor.name };
      await this.store.add({
        id,
        kind: kind.name,
        dryRun,
        publish,
        targetId,
        fileKey,
        fileSize: meter.size(),
        ...requester,
      });
      await this.jobs.send(importJob, { id });
      return ok<AcceptedImport>({ id, status: 'queued' });
    };
    if (!file.idempotencyKey) return this.unitOfWork.run(queue);
    const { kind: name, dryRun, targetId } = file;
    const request = { kind: name, dryRun, publish, ...(targetId && { targetId }), sha256: meter.sha256() };
    const accepted = await this.idempotency.once(file.idempotencyKey, request, queue);
    if (!accepted.ok || accepted.value.id !== id) await this.storage.remove(fileKey);
    return accepted;
  }
}

/** Passes bytes on, counting and hashing them; breaks off past the limit. */
function measured(body: Readable) {
  const hash = createHash('sha256');
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > largestImport) return done(new Error('the file is too large'));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  body.on('error', (error) => stream.destroy(error));
  stream.on('error', () => body.resume());
  body.pipe(stream);
  return {
    stream,
    size: () => size,
    tooLarge: () => size > largestImport,
    sha256: () => hash.digest('hex'),
  };
}
