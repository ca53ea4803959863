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

/** Makes the bucket of a server that is not ours when it lacks it, open to uploads from browsers; what it refuses is left as it is. */
export async function ensureBucket(env) {
  const { CreateBucketCommand, HeadBucketCommand, PutBucketCorsCommand, S3Client } = await import('@aws-sdk/client-s3');
  const client = new S3Client({
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION ?? 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: env.S3_ACCESS_KEY_ID ?? '', secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? '' },
  });
  const Bucket = env.S3_BUCKET ?? 'tradeyard';
  try {
    await client.send(new HeadBucketCommand({ Bucket }));
  } catch (error) {
    if (error.$metadata?.httpStatusCode !== 404)
      throw new Error(`S3_ENDPOINT does not give us ${Bucket}: ${error.message}`, { cause: error });
    await client.send(new CreateBucketCommand({ Bucket }));
    const rule = { AllowedOrigins: ['*'], AllowedMethods: ['GET', 'PUT'], AllowedHeaders: ['*'], MaxAgeSeconds: 3600 };
    const command = new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [rule] } });
    await client.send(command).catch(() => {});
  } finally {
    client.destroy();
  }
}
