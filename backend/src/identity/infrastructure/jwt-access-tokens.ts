import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { AccessTokens, type Claims } from '../application/ports.js';

export const accessTokenSeconds = 15 * 60;

/** Signs HS256 with JWT_SECRET. */
@Injectable()
export class JwtAccessTokens extends AccessTokens {
  constructor(private readonly jwt: JwtService) {
    super();
  }

  async issue(claims: Claims): Promise<{ accessToken: string; expiresIn: number }> {
    return { accessToken: await this.jwt.signAsync(claims), expiresIn: accessTokenSeconds };
  }
}
