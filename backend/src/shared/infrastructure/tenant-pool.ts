import pg from 'pg';
import { currentContext } from '../request-context.js';

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (destroy?: boolean | Error) => void,
) => void;

/** Hands out connections bound to the tenant of the current request; outside one, bound to nobody. */
export class TenantPool extends pg.Pool {
  private readonly boundTo = new WeakMap<pg.PoolClient, string>();

  constructor(
    config: pg.PoolConfig,
    private readonly checkedOut: (client: pg.PoolClient) => void,
  ) {
    super(config);
    this.on('connect', countStatements);
    // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
    this.on('error', () => {});
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(connected: Connected): void;
  override connect(connected?: Connected): Promise<pg.PoolClient> | void {
    const client = this.bind();
    if (!connected) return client;
    client.then(
      (bound) => connected(undefined, bound, (destroy) => bound.release(destroy)),
      (error: Error) => connected(error, undefined, () => {}),
    );
  }

  private async bind(): Promise<pg.PoolClient> {
    const tenant = currentContext()?.tenantId ?? '';
    const client = await super.connect();
    if (this.boundTo.get(client) !== tenant) {
      try {
        await client.query({ name: 'bind', text: "select set_config('app.tenant_id', $1, false)", values: [tenant] });
        this.boundTo.set(client, tenant);
      } catch (error) {
        client.release(true);
        throw error;
      }
    }
    this.checkedOut(client);
    return client;
  }
}

/** Adds each statement to the count of the request that sends it. */
function countStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((...args: unknown[]) => {
    const context = currentContext();
    if (context) context.statements += 1;
    return query(...args);
  }) as typeof client.query;
}
