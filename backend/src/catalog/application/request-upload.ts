import { Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import { newId } from '../../shared/ids.js';
import { ObjectStorage } from '../../shared/object-storage.js';
import { currentContext } from '../../shared/request-context.js';
import { err, ok, type Result } from '../../shared/result.js';
import { endingOf, type ImageType, imageTypes, largestImage, uploadSeconds } from '../domain/image-upload.js';
import { Uploads } from './ports.js';

export type RequestUploadError =
  | { readonly code: 'upload.type_not_accepted'; readonly accepted: readonly string[] }
  | { readonly code: 'upload.too_large'; readonly limit: number };

/** A place for one file, and how to send it there. */
export interface UploadTicket {
  readonly key: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
}

/** Hands out a place for one picture of at most 8 MB, good for a quarter of an hour. */
@Injectable()
export class RequestUpload {
  constructor(
    private readonly uploads: Uploads,
    private readonly storage: ObjectStorage,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    file: { readonly fileName: string; readonly contentType: string; readonly size: number },
  ): Promise<Result<UploadTicket, RequestUploadError>> {
    const contentType = imageTypes.find((type) => type === file.contentType.toLowerCase());
    if (!contentType) return err({ code: 'upload.type_not_accepted', accepted: imageTypes });
    if (file.size > largestImage) return err({ code: 'upload.too_large', limit: largestImage });

    const key = keyFor(contentType);
    const expiresAt = new Date(this.clock.now().getTime() + uploadSeconds * 1000);
    await this.uploads.add({ key, contentType, size: file.size, expiresAt, confirmed: false }, actor.id);
    const { url, headers } = await this.storage.uploadUrl(key, { size: file.size, contentType }, uploadSeconds);
    return ok({ key, url, headers, expiresAt });
  }
}

const keyFor = (contentType: ImageType): string =>
  `${currentContext()?.tenantId}/uploads/${newId()}.${endingOf(contentType)}`;
