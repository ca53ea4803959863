import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '../application/ports.js';

/** 256 random bits, kept as SHA-256: with so much chance in them a slow hash would protect nothing. */
@Injectable()
export class RandomSecrets extends Secrets {
  make(): string {
    return randomBytes(32).toString('base64url');
  }

  hash(secret: string): string {
    return createHash('sha256').update(secret).digest('hex');
  }
}
