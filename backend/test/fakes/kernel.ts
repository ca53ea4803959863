import { Clock } from '../../src/shared/clock.js';
import { Idempotency, type IdempotencyError } from '../../src/shared/idempotency.js';
import { type DomainEvent, Outbox } from '../../src/shared/outbox.js';
import { err, ok, type Result } from '../../src/shared/result.js';
import { UnitOfWork } from '../../src/shared/unit-of-work.js';

/** Always the same moment. */
export class StoppedClock extends Clock {
  constructor(private readonly moment = new Date('2026-11-20T15:00:00Z')) {
    super();
  }

  now(): Date {
    return this.moment;
  }
}

/** Runs the work as it is: there is nothing to roll back in memory. */
export class ImmediateUnitOfWork extends UnitOfWork {
  run<T, E>(work: () => Promise<Result<T, E>>): Promise<Result<T, E>> {
    return work();
  }
}

/** Keeps what was announced. */
export class KeptOutbox extends Outbox {
  readonly events: DomainEvent[] = [];

  announce(...events: readonly DomainEvent[]): Promise<void> {
    this.events.push(...events);
    return Promise.resolve();
  }

  announceAt(_at: Date | null, ...events: readonly DomainEvent[]): Promise<void> {
    return this.announce(...events);
  }

  recall(type: string): Promise<void> {
    const kept = this.events.filter((event) => event.type !== type);
    this.events.splice(0, this.events.length, ...kept);
    return Promise.resolve();
  }
}

/** Answers a repeated key with what it answered first. */
export class InMemoryIdempotency extends Idempotency {
  private readonly answers = new Map<string, { request: string; value: object }>();

  async once<T extends object, E>(
    key: string | undefined,
    request: object,
    work: () => Promise<Result<T, E>>,
  ): Promise<Result<T, E | IdempotencyError>> {
    if (!key) return err({ code: 'idempotency.key_missing' });
    const before = this.answers.get(key);
    if (before) {
      return before.request === JSON.stringify(request)
        ? ok(before.value as T)
        : err({ code: 'idempotency.key_reused' });
    }
    const result = await work();
    if (result.ok) this.answers.set(key, { request: JSON.stringify(request), value: result.value });
    return result;
  }
}
