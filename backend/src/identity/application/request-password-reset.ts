import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import { Outbox } from '../../shared/outbox.js';
import { ok } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { passwordResetRequested } from '../domain/events.js';
import { emailOf } from '../domain/member.js';
import { addressKey, resetAllowance } from '../domain/throttle.js';
import { Attempts } from './ports.js';

/**
 * Asks for a mail with a link to choose a new password. Does the same whether or not anybody has that address: who it is, and whether
 * they get a mail, is decided later by whoever hears the event. Beyond the allowance nothing is asked for.
 */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: Attempts,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(email: string, address: string): Promise<void> {
    const at = this.clock.now();
    const wait =
      (await this.attempts.take(`reset:address:${addressKey(address)}`, resetAllowance.address, at)) ??
      (await this.attempts.take(`reset:account:${emailOf(email)}`, resetAllowance.account, at));
    if (wait !== null) return;
    await this.unitOfWork.run(async () => {
      await this.outbox.announce(passwordResetRequested(emailOf(email)));
      return ok(null);
    });
  }
}
