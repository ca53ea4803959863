import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import { ok } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { Secrets, Sessions } from './ports.js';

/** Ends the sessions of the given refresh tokens; one that is unknown or over is no matter. */
@Injectable()
export class SignOut {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: Secrets,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  async execute(refreshTokens: readonly string[]): Promise<void> {
    for (const refreshToken of refreshTokens) {
      await this.unitOfWork.run(async () => {
        const token = await this.sessions.present(this.secrets.hash(refreshToken));
        if (token) await this.sessions.end(token.sessionId, 'signed_out', this.clock.now());
        return ok(null);
      });
    }
  }
}
