import type { Result } from './result.js';

export type IdempotencyError =
  { readonly code: 'idempotency.key_reused' } | { readonly code: 'idempotency.key_missing' };

/** Does the same request at most once: the same key and body gets the first answer again, for 24 hours. */
export abstract class Idempotency {
  /**
   * Runs `work` in a transaction together with the key. A refused or failing work leaves the key free.
   * `answer` must be plain JSON: it is what a repeated request gets.
   */
  abstract once<T extends object, E>(
    key: string | undefined,
    request: object,
    work: () => Promise<Result<T, E>>,
  ): Promise<Result<T, E | IdempotencyError>>;
}
