interface Refusal {
  code: string;
  message: string;
  details?: unknown;
}

/** One field of a request that was refused for its shape. */
export interface FieldError {
  path: string;
  message: string;
}

/** A call that was refused or never arrived. `code` is the API's; `network.unreachable` when nobody answered. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: unknown = undefined,
    readonly requestId: string | null = null,
    /** Seconds to wait before the next try, when the API said so. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** The facts of a refused rule by name; empty where there are none. */
  get facts(): Readonly<Record<string, unknown>> {
    return this.details !== null && typeof this.details === 'object' && !Array.isArray(this.details)
      ? (this.details as Record<string, unknown>)
      : {};
  }

  /** The fields a shape refusal names; empty for any other refusal. */
  get fields(): readonly FieldError[] {
    return Array.isArray(this.details) ? (this.details as FieldError[]) : [];
  }

  /** Nobody answered: the line is down or the server is. */
  static unreachable(): ApiError {
    return new ApiError(0, 'network.unreachable', 'The server cannot be reached');
  }

  /** The refusal an answer carries; an answer without an envelope becomes a bare `internal`. */
  static of(response: Response, body: unknown): ApiError {
    const envelope = body as { error?: Refusal | null; meta?: { requestId?: string } } | null | undefined;
    const refusal = typeof envelope === 'object' ? envelope?.error : undefined;
    const wait = Number(response.headers.get('retry-after'));
    return new ApiError(
      response.status,
      refusal?.code ?? (response.status === 503 ? 'unavailable' : 'internal'),
      refusal?.message ?? response.statusText,
      refusal?.details,
      envelope?.meta?.requestId ?? response.headers.get('x-request-id'),
      Number.isFinite(wait) && wait > 0 ? wait : null,
    );
  }
}
