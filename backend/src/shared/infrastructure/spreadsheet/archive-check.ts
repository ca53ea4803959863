import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** Far more than a hundred thousand rows of prices unpack to. */
const mostUnpacked = 256 * 1024 * 1024;

/** Thrown at what is no archive, has a password, or unpacks to more than it may. */
export class UnreadableArchive extends Error {
  constructor(readonly code: 'not_an_archive' | 'encrypted' | 'bomb') {
    super(code);
  }
}

/** Unpacks a ZIP archive without keeping anything, so that what reads it next knows it is whole and not too large. */
export async function checkArchive(path: string, most = mostUnpacked): Promise<void> {
  const archive = await opened(path);
  let unpacked = 0;
  try {
    for await (const entry of entriesOf(archive)) {
      if (entry.isEncrypted()) throw new UnreadableArchive('encrypted');
      // Larger or smaller than the directory says is an error of its own.
      for await (const piece of await contentOf(archive, entry)) {
        unpacked += (piece as Buffer).length;
        if (unpacked > most) throw new UnreadableArchive('bomb');
      }
    }
  } catch (error) {
    if (error instanceof UnreadableArchive) throw error;
    throw new UnreadableArchive(/too many bytes/i.test(String(error)) ? 'bomb' : 'not_an_archive');
  } finally {
    archive.close();
  }
}

const opened = (path: string): Promise<ZipFile> =>
  new Promise((done, failed) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, archive) =>
      error ? failed(new UnreadableArchive('not_an_archive')) : done(archive),
    );
  });

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((done, failed) => {
      archive.removeAllListeners();
      archive.once('entry', done);
      archive.once('end', () => done(null));
      archive.once('error', failed);
      archive.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

const contentOf = (archive: ZipFile, entry: Entry): Promise<AsyncIterable<unknown>> =>
  new Promise((done, failed) => {
    archive.openReadStream(entry, (error, stream) => (error ? failed(error) : done(stream)));
  });
