import { jest } from '@jest/globals';
import { type Api, ApiError, createApi } from '@tradeyard/api-client';

interface Scene {
  /** Tokens the API accepts. */
  accepted: Set<string>;
  refreshes: number;
  /** What the next refresh grants; null refuses it. */
  granted: string | null;
  online: boolean;
}

const user = { id: 'u', name: 'Maya', email: 'maya@example.com', kind: 'buyer', roles: [], permissions: [] };
const answer = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const data = (value: unknown): object => ({ data: value, meta: { requestId: 'r1' }, error: null });
const refused = (code: string, details?: unknown): object => ({
  data: null,
  meta: { requestId: 'r1' },
  error: { code, message: code, details },
});

let scene: Scene;
let api: Api;
let ended: jest.Mock<(why: string) => void>;
const original = globalThis.fetch;

beforeEach(() => {
  scene = { accepted: new Set(['first']), refreshes: 0, granted: 'second', online: true };
  ended = jest.fn<(why: string) => void>();
  globalThis.fetch = (async (input: RequestInfo | URL, init?: RequestInit) => {
    await Promise.resolve();
    if (!scene.online) throw new TypeError('Failed to fetch');
    const request = input instanceof Request ? input : null;
    const url = request ? request.url : String(input);
    const token = request?.headers.get('authorization')?.slice(7) ?? null;
    if (url.endsWith('/auth/login')) {
      const { password } = JSON.parse(String(init?.body)) as { password: string };
      return password === 'right'
        ? answer(200, data({ accessToken: 'first', user }))
        : answer(401, refused('auth.invalid_credentials'));
    }
    if (url.endsWith('/auth/refresh')) {
      scene.refreshes += 1;
      if (scene.granted === null) return answer(401, refused('auth.session_ended'));
      scene.accepted = new Set([scene.granted]);
      return answer(200, data({ accessToken: scene.granted, user }));
    }
    if (url.endsWith('/auth/logout')) return answer(200, data({ done: true }));
    if (token && !scene.accepted.has(token)) return answer(401, refused('auth.token_stale'));
    if (url.endsWith('/orders')) {
      return answer(422, refused('stock.insufficient', { lines: [{ available: '1400', requested: '2000' }] }));
    }
    return answer(200, data({ by: token, sent: (await request?.text()) ?? null }));
  }) as typeof fetch;
  api = createApi({ side: 'buyer', baseUrl: 'http://api.test', onSignedOut: ended });
});
afterEach(async () => {
  await api.session.signOut();
  api.session.close();
  globalThis.fetch = original;
});

const cart = (): Promise<unknown> => api.data(api.http.GET('/api/v1/cart'));

describe('the client', () => {
  it('sends the token it was granted', async () => {
    await api.session.signIn('maya@example.com', 'right');
    expect(await cart()).toMatchObject({ by: 'first' });
  });

  it('refreshes a stale token once for all calls at that moment, and repeats each of them whole', async () => {
    await api.session.signIn('maya@example.com', 'right');
    scene.accepted = new Set();
    const add = api.data(api.http.POST('/api/v1/cart/lines', { body: { sku: 'CEM-50', quantity: '2' } }));
    const answers = await Promise.all([cart(), add, cart()]);
    expect(answers.map((each) => (each as { by?: string }).by)).toEqual(['second', 'second', 'second']);
    expect((answers[1] as { sent?: string }).sent).toContain('CEM-50');
    expect(scene.refreshes).toBe(1);
  });

  it('tells that the session ended when the refresh is refused, and still knows who it was', async () => {
    await api.session.signIn('maya@example.com', 'right');
    Object.assign(scene, { accepted: new Set(), granted: null });
    await expect(cart()).rejects.toMatchObject({ status: 401, code: 'auth.token_stale' });
    expect(api.session.state).toMatchObject({ status: 'ended', user: { name: 'Maya' } });
    expect(ended).toHaveBeenCalledWith('ended');
  });

  it('keeps the session when nobody answers', async () => {
    await api.session.signIn('maya@example.com', 'right');
    scene.online = false;
    await expect(cart()).rejects.toMatchObject({ status: 0, code: 'network.unreachable' });
    expect(api.session.state.status).toBe('signed-in');
  });

  it('restores whoever is still signed in, and finds a visitor otherwise', async () => {
    expect(await api.session.restore()).toMatchObject({ name: 'Maya' });
    await api.session.signOut();
    scene.granted = null;
    expect(await api.session.restore()).toBeNull();
    expect(api.session.state.status).toBe('visitor');
  });

  it('hears from other tabs who signed in and who left', async () => {
    const tab = createApi({ side: 'buyer', baseUrl: 'http://api.test' });
    const heard = (status: string): Promise<void> =>
      new Promise((done) => {
        const stop = tab.session.subscribe(() => {
          if (tab.session.state.status !== status) return;
          stop();
          done();
        });
      });
    try {
      const signedIn = heard('signed-in');
      await api.session.signIn('maya@example.com', 'right');
      await signedIn;
      expect(tab.session.token).toBe('first');
      const left = heard('visitor');
      await api.session.signOut();
      await left;
      expect(tab.session.token).toBeNull();
    } finally {
      tab.session.close();
    }
  });

  it('does not take a wrong password for a worn-out token', async () => {
    await expect(api.session.signIn('maya@example.com', 'wrong')).rejects.toMatchObject({
      code: 'auth.invalid_credentials',
    });
    expect(scene.refreshes).toBe(0);
  });

  it('throws a refused rule with its facts and the reference', async () => {
    const failed = await api
      .data(api.http.POST('/api/v1/orders', { body: {} as never }))
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ApiError);
    expect(failed).toMatchObject({ status: 422, code: 'stock.insufficient', requestId: 'r1' });
  });
});
