import { open, type FileHandle } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';

/** Why an archive is not read; the code says what to tell the sender. */
export class UnreadableArchive extends Error {
  constructor(readonly code: 'not_an_archive' | 'encrypted' | 'bomb') {
    super(`the archive is not read: ${code}`);
  }
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const mostEntries = 10_000;
const mostDirectory = 4 * 1024 * 1024;
const piece = 64 * 1024;
/** Honest tables are written about twenty times as long as they are packed; what is made to burst, a thousand times. */
const mostTimes = 200;
const always = 1024 * 1024;

/** A ZIP archive on disk; its entries are unpacked as they are read and never further than they claim to be. */
export class ZipArchive {
  private constructor(
    private readonly file: FileHandle,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(path: string): Promise<ZipArchive> {
    const file = await open(path, 'r');
    try {
      return new ZipArchive(file, await directoryOf(file));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** How long an entry is unpacked; null when there is none. */
  sizeOf(name: string): number | null {
    return this.entries.get(name)?.size ?? null;
  }

  /** The unpacked bytes of an entry of at most `most` bytes; an entry that is not there is empty. */
  async *read(name: string, most: number): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) return;
    if (entry.size > most || entry.size > always + entry.packed * mostTimes) throw new UnreadableArchive('bomb');
    const start = await this.dataOf(entry);
    const inflate = entry.method === 8 ? createInflateRaw() : null;
    const ready: Buffer[] = [];
    inflate?.on('data', (bytes: Buffer) => ready.push(bytes));
    let total = 0;
    const counted = (bytes: Buffer): Buffer => {
      total += bytes.length;
      if (total > entry.size) throw new UnreadableArchive('bomb');
      return bytes;
    };
    try {
      for (let from = 0; from < entry.packed; from += piece) {
        const bytes = await bytesOf(this.file, start + from, Math.min(piece, entry.packed - from));
        if (!inflate) {
          yield counted(bytes);
          continue;
        }
        await new Promise<void>((done, failed) => {
          inflate.once('error', failed);
          inflate.write(bytes, (error) => {
            inflate.off('error', failed);
            if (error) failed(error);
            else done();
          });
        });
        for (const unpacked of ready.splice(0)) yield counted(unpacked);
      }
    } catch (error) {
      throw error instanceof UnreadableArchive ? error : new UnreadableArchive('not_an_archive');
    } finally {
      inflate?.destroy();
    }
    if (total !== entry.size) throw new UnreadableArchive('not_an_archive');
  }

  async text(name: string, most: number): Promise<string> {
    const pieces: Buffer[] = [];
    for await (const bytes of this.read(name, most)) pieces.push(bytes);
    return Buffer.concat(pieces).toString('utf8');
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private async dataOf({ offset }: Entry): Promise<number> {
    const header = await bytesOf(this.file, offset, 30);
    if (header.readUInt32LE(0) !== 0x0403_4b50) throw new UnreadableArchive('not_an_archive');
    return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  }
}

async function directoryOf(file: FileHandle): Promise<ReadonlyMap<string, Entry>> {
  const { size } = await file.stat();
  const tailLength = Math.min(size, 22 + 0xffff);
  const tail = await bytesOf(file, size - tailLength, tailLength);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > tail.length) throw new UnreadableArchive('not_an_archive');
  const [count, length, start] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  if (count > mostEntries || length > mostDirectory || start + length > size)
    throw new UnreadableArchive('not_an_archive');
  const directory = await bytesOf(file, start, length);
  const entries = new Map<string, Entry>();
  for (let at = 0, left = count; left > 0; left -= 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x0201_4b50)
      throw new UnreadableArchive('not_an_archive');
    const [nameLength, extraLength] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30)];
    const next = at + 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
    if (next > directory.length) throw new UnreadableArchive('not_an_archive');
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(
      name,
      entryOf(directory, at, directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)),
    );
    at = next;
  }
  return entries;
}

const unknown = 0xffff_ffff;

/** Some writers say sizes in the long form even where they are short. */
function entryOf(directory: Buffer, at: number, extra: Buffer): Entry {
  const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)];
  if (flags & 1) throw new UnreadableArchive('encrypted');
  if (method !== 0 && method !== 8) throw new UnreadableArchive('not_an_archive');
  const short = [directory.readUInt32LE(at + 24), directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)];
  const long: number[] = [];
  for (let from = 0; from + 4 <= extra.length; from += 4 + extra.readUInt16LE(from + 2)) {
    if (extra.readUInt16LE(from) !== 1) continue;
    const last = Math.min(extra.length, from + 4 + extra.readUInt16LE(from + 2));
    for (let value = from + 4; value + 8 <= last; value += 8) long.push(Number(extra.readBigUInt64LE(value)));
  }
  const [size = 0, packed = 0, offset = 0] = short.map((value) => (value === unknown ? (long.shift() ?? 0) : value));
  if (method === 0 && size !== packed) throw new UnreadableArchive('not_an_archive');
  return { method, size, packed, offset };
}

async function bytesOf(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  const { bytesRead } = await file.read(bytes, 0, length, from);
  if (bytesRead < length) throw new UnreadableArchive('not_an_archive');
  return bytes;
}
