import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import { ObjectStorage } from '../../shared/object-storage.js';
import { Uploads } from './ports.js';

const keptForMs = 24 * 60 * 60 * 1000;
const atOnce = 200;

/** Removes what was sent to a place and never became a picture, with the place itself, a day after it expired. */
@Injectable()
export class RemoveUnusedUploads {
  constructor(
    private readonly uploads: Uploads,
    private readonly storage: ObjectStorage,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptForMs);
    for (let keys = await this.uploads.expired(before, atOnce); keys.length > 0;) {
      for (const key of keys) {
        await this.storage.remove(key);
        await this.uploads.forget(key);
      }
      keys = await this.uploads.expired(before, atOnce);
    }
  }
}
