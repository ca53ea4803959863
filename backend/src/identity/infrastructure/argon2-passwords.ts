import { Injectable } from '@nestjs/common';
import argon2 from 'argon2';
import { Passwords } from '../application/ports.js';

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane; about 20 ms. */
export const argon2Options = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Argon2id; a missing hash is replaced by one of a password nobody has, so that both answers take the same work. */
@Injectable()
export class Argon2Passwords extends Passwords {
  private readonly nobodys = argon2.hash(crypto.randomUUID(), argon2Options);

  hash(password: string): Promise<string> {
    return argon2.hash(password, argon2Options);
  }

  async verify(hash: string | null, password: string): Promise<boolean> {
    const right = await argon2.verify(hash ?? (await this.nobodys), password);
    return right && hash !== null;
  }
}
