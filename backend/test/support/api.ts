import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/app.js';
import type { Envelope } from '../../src/shared/http/envelope.js';
import { OutboxRelay } from '../../src/shared/infrastructure/outbox-relay.js';
import { PgBossJobs } from '../../src/shared/infrastructure/pg-boss-jobs.js';
import type { Shop } from './shop.js';

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: Envelope<T>;
}

/** The whole application on a real socket, called as a client calls it. */
export class Api {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
  ) {}

  /** `before` sees the application while it has no routes yet. */
  static async start(before?: (app: NestFastifyApplication) => void): Promise<Api> {
    const app = await createApp();
    before?.(app);
    await app.listen(0, '127.0.0.1');
    return new Api(app, (await app.getUrl()).replace('[::1]', '127.0.0.1'));
  }

  /** Calls `/api/v1<path>` in the shop's tenant; a string body is sent as it is, a file is answered as its text. */
  async call<T = unknown>(
    shop: Pick<Shop, 'slug'>,
    token: string | null,
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const headers: Record<string, string> = { 'x-tenant': shop.slug, ...more };
    if (body !== undefined) headers['content-type'] ??= 'application/json';
    if (token) headers.authorization = `Bearer ${token}`;
    const payload = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    const response = await fetch(`${this.url}/api/v1${path}`, { method, headers, body: payload });
    const answer = response.headers.get('content-type')?.startsWith('application/json')
      ? ((await response.json()) as Envelope<T>)
      : ({ data: await response.text(), meta: { requestId: '' }, error: null } as Envelope<T>);
    return { status: response.status, headers: response.headers, body: answer };
  }

  /** Does at once what the worker would do soon for a shop: delivers its events and finishes its jobs until there are none. */
  async settle({ tenantId }: Pick<Shop, 'tenantId'>): Promise<void> {
    const relay = this.app.get(OutboxRelay, { strict: false });
    const jobs = this.app.get(PgBossJobs, { strict: false });
    while ((await relay.drainOf(tenantId)) + (await jobs.drainOf(tenantId)) > 0);
  }

  stop(): Promise<void> {
    return this.app.close();
  }
}
