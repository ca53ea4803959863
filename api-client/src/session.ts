import { ApiError } from './api-error';

export type Side = 'buyer' | 'staff';

/** Whoever is signed in, as the API tells it. */
export interface SignedInUser {
  id: string;
  name: string;
  email: string;
  kind: Side;
  roles: string[];
  permissions: string[];
  company?: { id: string; name: string; stateCode: string } | null;
}

/** `ended`: somebody was signed in and the API no longer accepts it; `user` still says who. */
export interface SessionState {
  status: 'unknown' | 'visitor' | 'signed-in' | 'ended';
  user: SignedInUser | null;
}

interface Granted {
  accessToken: string;
  user: SignedInUser;
}

type News = { kind: 'granted'; granted: Granted } | { kind: 'signed-out' };

export interface SessionOptions {
  side: Side;
  baseUrl: string;
  /** The session came to an end; `left` when the person signed out, here or in another tab. */
  onSignedOut?: (why: 'ended' | 'left') => void;
}

const REFUSED = new Set([400, 401, 403]);

/**
 * The sign-in of one side in this browser. The access token lives in memory only; the refresh token is a cookie that
 * no script sees. All tabs refresh one at a time and tell each other, since a refresh token works once.
 */
export class Session {
  #token: string | null = null;
  #state: SessionState = { status: 'unknown', user: null };
  #refreshing: Promise<string | null> | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #channel: BroadcastChannel | null;

  constructor(private readonly options: SessionOptions) {
    this.#channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`tradeyard.${options.side}`) : null;
    this.#channel?.addEventListener('message', (event: MessageEvent<News>) => this.#hear(event.data));
  }

  /** The token to send now; null for a visitor. */
  get token(): string | null {
    return this.#token;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Calls back after each change of state, until the answer is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whoever is still signed in from an earlier visit, or null; fails only when the API cannot be asked. */
  async restore(): Promise<SignedInUser | null> {
    await this.#refresh();
    if (this.#state.status === 'unknown') this.#become({ status: 'visitor', user: null });
    return this.#state.user;
  }

  /** Signs in on this side; a person of the other side is as unknown as any stranger. */
  async signIn(email: string, password: string): Promise<SignedInUser> {
    const granted = await this.#post('login', { email, password, side: this.options.side });
    if (!granted) throw new ApiError(401, 'auth.invalid_credentials', 'Wrong e-mail or password');
    this.#grant(granted);
    this.#tell({ kind: 'granted', granted });
    return granted.user;
  }

  /** Ends the session here, in the other tabs and on the server; the tabs forget it even when the server is away. */
  async signOut(): Promise<void> {
    const token = this.#token;
    this.#forget('left');
    this.#tell({ kind: 'signed-out' });
    await fetch(`${this.options.baseUrl}/api/v1/auth/logout`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ side: this.options.side }),
    }).catch(() => undefined);
  }

  /** A token newer than the refused one; null when the session is over. Concurrent callers share one refresh. */
  tokenAfter(refused: string): Promise<string | null> {
    return this.#token !== null && this.#token !== refused ? Promise.resolve(this.#token) : this.#refresh();
  }

  /** Stops listening to the other tabs. */
  close(): void {
    this.#channel?.close();
  }

  #refresh(): Promise<string | null> {
    this.#refreshing ??= this.#refreshAlone().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refreshAlone(): Promise<string | null> {
    const before = this.#token;
    const locks = globalThis.navigator?.locks;
    const turn = async (): Promise<string | null> => {
      // Another tab may have finished while this one waited for its turn.
      if (this.#token !== before) return this.#token;
      const granted = await this.#post('refresh', { side: this.options.side });
      if (!granted) {
        this.#end();
        return null;
      }
      this.#grant(granted);
      this.#tell({ kind: 'granted', granted });
      return granted.accessToken;
    };
    return locks ? await locks.request(`tradeyard.refresh.${this.options.side}`, turn) : turn();
  }

  /** What the API granted; null when a refresh was refused. */
  async #post(action: 'login' | 'refresh', body: object): Promise<Granted | null> {
    let response: Response;
    try {
      response = await fetch(`${this.options.baseUrl}/api/v1/auth/${action}`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    } catch {
      throw ApiError.unreachable();
    }
    const answer = (await response.json().catch(() => null)) as { data?: Granted | null } | null;
    if (response.ok && answer?.data) return answer.data;
    if (action === 'refresh' && REFUSED.has(response.status)) return null;
    throw ApiError.of(response, answer);
  }

  #grant({ accessToken, user }: Granted): void {
    this.#token = accessToken;
    this.#become({ status: 'signed-in', user });
  }

  #end(): void {
    this.#token = null;
    if (this.#state.status !== 'signed-in') return;
    this.#become({ status: 'ended', user: this.#state.user });
    this.options.onSignedOut?.('ended');
  }

  #forget(why: 'left'): void {
    this.#token = null;
    this.#become({ status: 'visitor', user: null });
    this.options.onSignedOut?.(why);
  }

  #hear(news: News): void {
    if (news.kind === 'granted') this.#grant(news.granted);
    else if (this.#state.user) this.#forget('left');
  }

  #tell(news: News): void {
    this.#channel?.postMessage(news);
  }

  #become(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
