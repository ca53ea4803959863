import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports.mjs';

const cors = `<CORSConfiguration><CORSRule>
  <AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod>
  <AllowedHeader>*</AllowedHeader><ExposeHeader>ETag</ExposeHeader><MaxAgeSeconds>3600</MaxAgeSeconds>
</CORSRule></CORSConfiguration>`;

/** An embedded S3 server with one bucket; without a folder its objects go when it stops. */
export async function startObjectStore({ folder, port } = {}) {
  const { default: S3rver } = await import('s3rver');
  const kept = folder !== undefined;
  const directory = folder ?? mkdtempSync(join(tmpdir(), 'tradeyard-s3-'));
  mkdirSync(directory, { recursive: true });
  const server = new S3rver({
    address: '127.0.0.1',
    port: port ?? (await freePort()),
    silent: true,
    directory,
    configureBuckets: [{ name: 'tradeyard', configs: [cors] }],
  });
  const address = await server.run();
  return {
    environment: {
      S3_ENDPOINT: `http://127.0.0.1:${address.port}`,
      S3_REGION: 'us-east-1',
      S3_BUCKET: 'tradeyard',
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    },
    stop: async () => {
      await server.close();
      if (!kept) rmSync(directory, { recursive: true, force: true });
    },
  };
}
