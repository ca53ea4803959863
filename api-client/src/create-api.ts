import createClient, { type Client } from 'openapi-fetch';
import { ApiError } from './api-error';
import type { paths } from './schema';
import { Session, type SessionOptions } from './session';

interface Envelope {
  data: unknown;
  meta: object;
}
type DataOf<E> = E extends { data: infer D } ? D : never;
type MetaOf<E> = E extends { meta: infer M } ? M : never;

/** What one call of `http` comes to. */
type Call<E> = Promise<{ data?: E; error?: unknown; response: Response }>;

export interface Api {
  /** Every route by its path, typed from the API's own description; hand its calls to `data` or `answer`. */
  readonly http: Client<paths>;
  readonly session: Session;
  /** The data of an answer; a refusal is thrown as ApiError. */
  data<E extends Envelope>(call: Call<E>): Promise<DataOf<E>>;
  /** The same with what travels beside the data: page and facets. */
  answer<E extends Envelope>(call: Call<E>): Promise<{ data: DataOf<E>; meta: MetaOf<E> }>;
}

/** The API for one side. A refused access token is renewed once, whoever asks and in however many tabs, and the call repeated. */
export function createApi({
  side,
  onSignedOut,
  baseUrl = '',
}: Omit<SessionOptions, 'baseUrl'> & { baseUrl?: string }): Api {
  const session = new Session({ side, onSignedOut, baseUrl });
  const http = createClient<paths>({
    baseUrl,
    credentials: 'same-origin',
    fetch: (request) => withFreshToken(request, session),
  });

  async function answer<E extends Envelope>(call: Call<E>): Promise<{ data: DataOf<E>; meta: MetaOf<E> }> {
    const { data, error, response } = await call;
    if (!response.ok || data === undefined) throw ApiError.of(response, error);
    return { data: data.data as DataOf<E>, meta: data.meta as MetaOf<E> };
  }
  return { http, session, answer, data: async (call) => (await answer(call)).data };
}

async function withFreshToken(request: Request, session: Session): Promise<Response> {
  const used = session.token;
  const again = request.clone();
  const response = await reach(request, used);
  if (response.status !== 401 || used === null) return response;
  // A wrong password is an answer, not a worn-out token.
  if ((await codeOf(response)) === 'auth.invalid_credentials') return response;
  const token = await session.tokenAfter(used);
  return token === null ? response : reach(again, token);
}

async function reach(request: Request, token: string | null): Promise<Response> {
  if (token !== null) request.headers.set('authorization', `Bearer ${token}`);
  try {
    return await fetch(request);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw ApiError.unreachable();
  }
}

async function codeOf(response: Response): Promise<string | undefined> {
  const body = (await response
    .clone()
    .json()
    .catch(() => null)) as { error?: { code?: string } } | null;
  return body?.error?.code;
}

/** A key for one attempt at something that must happen once: repeat the attempt with it, make another for the next. */
export const newIdempotencyKey = (): string =>
  globalThis.crypto.randomUUID?.() ??
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
