import type { Readable } from 'node:stream';

export interface StoredObject {
  readonly size: number;
  readonly contentType: string;
}

/** Where files live: images, import files, reports. Keys begin with the tenant's id. */
export abstract class ObjectStorage {
  abstract put(key: string, body: Buffer | Readable, contentType: string): Promise<void>;
  abstract get(key: string): Promise<Readable>;
  /** The first bytes of an object, for telling what it really is. */
  abstract firstBytes(key: string, count: number): Promise<Buffer>;
  /** Null when there is no such object. */
  abstract head(key: string): Promise<StoredObject | null>;
  /** Does nothing when there is no such object. */
  abstract remove(key: string): Promise<void>;
  /** A URL a client may PUT exactly this file to, and the headers it must send. */
  abstract uploadUrl(
    key: string,
    file: StoredObject,
    seconds: number,
  ): Promise<{ url: string; headers: Record<string, string> }>;
  abstract downloadUrl(key: string, fileName: string, seconds: number): Promise<string>;
  /** Answers when the store can be reached; throws otherwise. */
  abstract check(): Promise<void>;
}
