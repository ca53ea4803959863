import { ArrayMaxSize, IsArray, IsInt, IsUUID, Min } from 'class-validator';
import { Text } from '../../shared/http/fields.js';
import type { UploadTicket } from '../application/request-upload.js';

/** The file somebody wants to send: its name, media type and size in bytes. */
export class UploadRequest {
  @Text(1, 200)
  fileName!: string;

  @Text(3, 100)
  contentType!: string;

  @IsInt()
  @Min(1)
  size!: number;
}

/** Where to send the file, and with which headers. */
export class UploadTicketView {
  key!: string;
  url!: string;
  method!: 'PUT';
  headers!: Record<string, string>;
  expiresAt!: string;
}

/** The key a file was sent to. */
export class ImageRequest {
  @Text(1, 200)
  key!: string;
}

/** All pictures of a product in their new order. */
export class ImageOrder {
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  imageIds!: string[];
}

export const toTicketView = ({ key, url, headers, expiresAt }: UploadTicket): UploadTicketView => ({
  key,
  url,
  method: 'PUT',
  headers: { ...headers },
  expiresAt: expiresAt.toISOString(),
});
