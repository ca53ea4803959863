import type { Readable } from 'node:stream';
import {
  type ArgumentsHost,
  type CallHandler,
  Catch,
  type ExceptionFilter,
  type ExecutionContext,
  HttpException,
  Logger,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { StaleWrite } from '../stale-write.js';
import { Failure } from './failure.js';
import { type ListMeta, metaOf } from './page.js';

/** The shape of every answer: exactly one of `data` and `error` is filled. */
export interface Envelope<T> {
  readonly data: T | null;
  readonly meta: { readonly requestId: string } & Partial<ListMeta>;
  readonly error: { readonly code: string; readonly message: string; readonly details?: object } | null;
}

/** An answer that is not JSON and travels without an envelope: metrics, images, files. */
export class PlainAnswer {
  constructor(readonly body: string | Buffer | Readable) {}
}

/** Puts what a controller returns into the envelope. */
export class EnvelopeInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { id: requestId } = context.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(
      map((data: unknown) => {
        if (data instanceof PlainAnswer) return data.body;
        return { data: data ?? null, meta: { requestId, ...metaOf(data) }, error: null } satisfies Envelope<unknown>;
      }),
    );
  }
}

/** Puts whatever is thrown into the envelope; what nobody foresaw becomes a bare 500 and a log entry. */
@Catch()
export class EnvelopeFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const { id: requestId } = host.switchToHttp().getRequest<FastifyRequest>();
    const failure = asFailure(thrown);
    if (failure.status >= 500) {
      const cause = thrown instanceof Error ? thrown.stack : String(thrown);
      this.logger.error({ message: 'request failed', requestId, code: failure.code, cause });
    }
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    if (failure.retryAfterSeconds) void reply.header('retry-after', String(failure.retryAfterSeconds));
    void reply.status(failure.status).send(envelopeOf(failure, requestId));
  }
}

/** The envelope of a refusal, for hooks that answer before a controller is reached. */
export function envelopeOf({ code, message, details }: Failure, requestId: string): Envelope<never> {
  return { data: null, meta: { requestId }, error: details ? { code, message, details } : { code, message } };
}

const frameworkCodes: Readonly<Record<number, string>> = {
  404: 'request.not_found',
  413: 'request.too_large',
  415: 'request.unsupported_type',
};

export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  if (thrown instanceof StaleWrite) {
    const details = thrown.currentVersion === undefined ? undefined : { version: thrown.currentVersion };
    return new Failure(409, `${thrown.noun}.stale`, 'This was changed meanwhile; reload and try again', details);
  }
  const status = thrown instanceof HttpException ? thrown.getStatus() : clientErrorOfFastify(thrown);
  if (status < 500) {
    return new Failure(status, frameworkCodes[status] ?? 'request.invalid', (thrown as Error).message);
  }
  if (isOutage(thrown))
    return new Failure(503, 'unavailable', 'We cannot be reached just now; try again', undefined, 5);
  return new Failure(500, 'internal', 'Something went wrong on our side');
}

const clientErrorOfFastify = (thrown: unknown): number => {
  const { statusCode, code } = thrown as { statusCode?: number; code?: string };
  return code?.startsWith('FST_') && statusCode && statusCode < 500 ? statusCode : 500;
};

const outageCodes =
  /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|P1001|P1002|P1008|P1017|P2024|P2028|57P0[1-3]|53300|08\w{3})$/;

/** The database or the object store is away; what was asked for may work in a moment. */
function isOutage(thrown: unknown): boolean {
  for (let error = thrown, depth = 0; isErrorLike(error) && depth < 4; error = error.cause, depth += 1) {
    const { code, message } = error;
    if (typeof code === 'string' && outageCodes.test(code)) return true;
    if (/Connection terminated|timeout exceeded when trying to connect|server closed the connection/i.test(message))
      return true;
  }
  return false;
}

/** Told by its shape: what Node itself throws need not be an `Error` of this realm. */
const isErrorLike = (thrown: unknown): thrown is { code?: unknown; message: string; cause?: unknown } =>
  typeof (thrown as { message?: unknown } | null | undefined)?.message === 'string';
