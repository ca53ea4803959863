import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { Pictures } from '../application/ports.js';

/** A picture of more pixels than this is refused before it is unpacked: 8 MB can hide gigabytes. */
const mostPixels = 50_000_000;

/** Reads magic bytes and makes thumbnails, one at a time and without keeping files open. */
@Injectable()
export class SharpPictures extends Pictures {
  async typeOf(bytes: Buffer): Promise<string | null> {
    return (await fileTypeFromBuffer(bytes))?.mime ?? null;
  }

  async thumbnails(bytes: Buffer, widths: readonly number[]): Promise<ReadonlyMap<number, Buffer> | null> {
    const made = new Map<number, Buffer>();
    for (const width of widths) {
      const picture = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
        .rotate()
        .resize({ width, height: width, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 80 })
        .toBuffer()
        .catch(() => null);
      if (!picture) return null;
      made.set(width, picture);
    }
    return made;
  }
}
