import { err, ok, type Result } from '../../shared/result.js';

export const imageTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type ImageType = (typeof imageTypes)[number];

export const largestImage = 8 * 1024 * 1024;
export const uploadSeconds = 15 * 60;
export const thumbnailWidths = [96, 480] as const;

const endings: Readonly<Record<ImageType, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

export const endingOf = (contentType: ImageType): string => endings[contentType];

/** A place that was handed out for one file, and what that file was said to be. */
export interface Upload {
  readonly key: string;
  readonly contentType: ImageType;
  readonly size: number;
  readonly expiresAt: Date;
  readonly confirmed: boolean;
}

export type UploadError =
  | { readonly code: 'upload.not_found' }
  | { readonly code: 'upload.expired' }
  | { readonly code: 'upload.already_used' };

export type ImageError =
  | { readonly code: 'image.not_uploaded' }
  | { readonly code: 'image.wrong_size'; readonly declared: number; readonly actual: number }
  | { readonly code: 'image.wrong_type'; readonly declared: string; readonly actual: string | null };

/** Whether the place may still be used. */
export function usable(upload: Upload | null, now: Date): Result<Upload, UploadError> {
  if (!upload) return err({ code: 'upload.not_found' });
  if (upload.confirmed) return err({ code: 'upload.already_used' });
  if (upload.expiresAt <= now) return err({ code: 'upload.expired' });
  return ok(upload);
}

/** Whether what arrived is what was announced; `actual.type` is what its first bytes say. */
export function asAnnounced(
  upload: Upload,
  actual: { readonly size: number; readonly type: string | null } | null,
): Result<void, ImageError> {
  if (!actual) return err({ code: 'image.not_uploaded' });
  if (actual.size !== upload.size) {
    return err({ code: 'image.wrong_size', declared: upload.size, actual: actual.size });
  }
  if (actual.type !== upload.contentType) {
    return err({ code: 'image.wrong_type', declared: upload.contentType, actual: actual.type });
  }
  return ok(undefined);
}
