import type { Result } from '../result.js';

/** How a context tells each of its error codes to the client; leaving one out does not compile. */
export type Failures<Code extends string> = Readonly<Record<Code, { status: number; message: string }>>;

/** A refusal on its way to the client; only the envelope filter catches it. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details?: object,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }
}

/** The one place where a refused rule becomes an HTTP failure; every fact beside the code travels as a detail. */
export function valueOrFailure<T, E extends { code: string }>(result: Result<T, E>, failures: Failures<E['code']>): T {
  if (result.ok) return result.value;
  return fail(result.error, failures);
}

export function fail<E extends { code: string }>(error: E, failures: Failures<E['code']>): never {
  const { code, ...facts } = error;
  const { status, message } = failures[code as E['code']];
  throw new Failure(status, code, message, Object.keys(facts).length ? facts : undefined);
}

/** For a read that found nothing, whether it does not exist or is somebody else's. */
export function foundOr404<T>(found: T | null | undefined, noun: string): T {
  if (found !== null && found !== undefined) return found;
  throw new Failure(404, `${noun}.not_found`, 'There is no such thing, or it is not yours to see');
}
