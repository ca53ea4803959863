import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ObjectStorage, type StoredObject } from '../object-storage.js';
import { settings } from './settings.js';

/** Speaks S3 to whatever S3_ENDPOINT names; paths are `<endpoint>/<bucket>/<key>`. */
@Injectable()
export class S3ObjectStorage extends ObjectStorage implements OnModuleDestroy {
  private readonly bucket = settings().S3_BUCKET;
  private readonly client = new S3Client({
    endpoint: settings().S3_ENDPOINT,
    region: settings().S3_REGION,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    credentials: { accessKeyId: settings().S3_ACCESS_KEY_ID, secretAccessKey: settings().S3_SECRET_ACCESS_KEY },
  });

  async put(key: string, body: Buffer | Readable, contentType: string): Promise<void> {
    const target = { Bucket: this.bucket, Key: key, ContentType: contentType };
    if (Buffer.isBuffer(body)) await this.client.send(new PutObjectCommand({ ...target, Body: body }));
    else await new Upload({ client: this.client, params: { ...target, Body: body }, queueSize: 1 }).done();
  }

  async get(key: string): Promise<Readable> {
    const { Body } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key }));
    return Body as Readable;
  }

  async firstBytes(key: string, count: number): Promise<Buffer> {
    const range = `bytes=0-${count - 1}`;
    const { Body } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key, Range: range }));
    return Buffer.from((await Body?.transformToByteArray()) ?? []);
  }

  async head(key: string): Promise<StoredObject | null> {
    try {
      const found = await this.client.send(new HeadObjectCommand({ Bucket: this.bucket, Key: key }));
      return { size: found.ContentLength ?? 0, contentType: found.ContentType ?? 'application/octet-stream' };
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
  }

  async uploadUrl(key: string, file: StoredObject, seconds: number) {
    const command = new PutObjectCommand({
      Bucket: this.bucket,
      Key: key,
      ContentType: file.contentType,
      ContentLength: file.size,
    });
    const url = await getSignedUrl(this.client, command, { expiresIn: seconds });
    return { url, headers: { 'content-type': file.contentType } };
  }

  downloadUrl(key: string, fileName: string, seconds: number): Promise<string> {
    const command = new GetObjectCommand({
      Bucket: this.bucket,
      Key: key,
      ResponseContentDisposition: `attachment; filename="${fileName}"`,
    });
    return getSignedUrl(this.client, command, { expiresIn: seconds });
  }

  async check(): Promise<void> {
    await this.client.send(new HeadBucketCommand({ Bucket: this.bucket }));
  }

  onModuleDestroy(): void {
    this.client.destroy();
  }
}
