import { crc32, createDeflateRaw } from 'node:zlib';
import { once } from 'node:events';

/** A file to be put into an archive; its content is asked for when its turn comes. */
export interface ZipEntry {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const most = 0xffff_ffff;
/** Sizes follow their data; names are UTF-8. */
const flags = 0x0808;
const deflate = 8;
const version = 20;
/** The first day the format can say: the same content makes the same bytes. */
const day = 0x0021;

/** A ZIP archive piece by piece: nothing of an entry is kept once it is passed on. */
export async function* zipOf(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  const counted = (piece: Buffer): Buffer => {
    offset += piece.length;
    if (offset > most) throw new Error('the archive is larger than 4 GB');
    return piece;
  };
  for (const entry of entries) {
    const start = offset;
    const name = Buffer.from(entry.name);
    yield counted(localHeader(name));
    const sums = { crc: 0, packed: 0, size: 0 };
    for await (const piece of packed(entry.content, sums)) yield counted(piece);
    yield counted(dataDescriptor(sums));
    written.push({ name, ...sums, offset: start });
  }
  const start = offset;
  for (const entry of written) yield counted(directoryEntry(entry));
  yield endOfDirectory(written.length, offset - start, start);
}

async function* packed(
  content: ZipEntry['content'],
  sums: { crc: number; packed: number; size: number },
): AsyncGenerator<Buffer> {
  const packer = createDeflateRaw({ level: 4 });
  const ready: Buffer[] = [];
  packer.on('data', (piece: Buffer) => ready.push(piece));
  const take = function* () {
    for (const piece of ready.splice(0)) {
      sums.packed += piece.length;
      yield piece;
    }
  };
  try {
    for await (const text of content) {
      const bytes = Buffer.from(text);
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
      if (sums.size > most) throw new Error(`an entry is larger than 4 GB`);
      await new Promise<void>((done, failed) => packer.write(bytes, (error) => (error ? failed(error) : done())));
      yield* take();
    }
    const end = once(packer, 'end');
    packer.end();
    await end;
    yield* take();
  } finally {
    packer.destroy();
  }
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(deflate, 8);
  header.writeUInt16LE(day, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function dataDescriptor({ crc, packed, size }: { crc: number; packed: number; size: number }): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x0807_4b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(packed, 8);
  descriptor.writeUInt32LE(size, 12);
  return descriptor;
}

function directoryEntry({ name, crc, packed, size, offset }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x0201_4b50, 0);
  entry.writeUInt16LE(version, 4);
  entry.writeUInt16LE(version, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(deflate, 10);
  entry.writeUInt16LE(day, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
