import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { currentContext } from '../request-context.js';
import { type Prisma, PrismaClient } from './prisma/client.js';
import { settings } from './settings.js';
import { TenantPool } from './tenant-pool.js';

const usuallyLongestMs = 20_000;

interface Transaction {
  readonly tenantId: string | null | undefined;
  over?: boolean;
  /** After this it may have been rolled back already. */
  until?: number;
  prisma?: Prisma.TransactionClient;
  connection?: pg.PoolClient;
}

/** The only way to the data: every query sees the current tenant alone and joins the ambient transaction. */
@Injectable()
export class Database implements OnModuleDestroy {
  private readonly ambient = new AsyncLocalStorage<Transaction>();
  private readonly statementNames = new WeakMap<TemplateStringsArray, string>();
  private readonly pool = new TenantPool(
    {
      connectionString: settings().DATABASE_URL,
      max: settings().DATABASE_POOL,
      connectionTimeoutMillis: 5_000,
      application_name: 'tradeyard',
    },
    (connection) => {
      const transaction = this.ambient.getStore();
      if (!transaction || transaction.connection) return;
      transaction.connection = connection;
      const release = connection.release.bind(connection);
      connection.release = (destroy) => {
        transaction.over = true;
        release(destroy);
      };
    },
  );
  private readonly root = new PrismaClient({
    adapter: new PrismaPg(this.pool),
    transactionOptions: { maxWait: 10_000 },
  });

  get prisma(): Prisma.TransactionClient {
    return this.joined?.prisma ?? this.root;
  }

  /** A prepared statement: PostgreSQL parses each one once per connection. */
  async sql<Row extends pg.QueryResultRow>(text: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> {
    const statement = text.reduce((sql, part, index) => `${sql}$${index}${part}`);
    const { rows } = await this.query<Row>(statement, values, this.nameOf(text, statement));
    return rows;
  }

  /** For statements whose text is put together; give a name only to those with few variants, it is kept per connection. */
  async query<Row extends pg.QueryResultRow>(
    text: string,
    values: unknown[] = [],
    name?: string,
  ): Promise<pg.QueryResult<Row>> {
    const connection = this.joined?.connection ?? this.pool;
    return connection.query<Row>(name ? { name, text, values } : { text, values });
  }

  /**
   * Commits when the work resolves, rolls back when it throws or takes too long; inside another transaction it simply
   * takes part.
   */
  async transaction<T>(work: () => Promise<T>, longestMs = usuallyLongestMs): Promise<T> {
    if (this.joined) return work();
    const transaction: Transaction = { tenantId: currentContext()?.tenantId };
    return this.ambient.run(transaction, () =>
      this.root.$transaction(
        async (prisma) => {
          transaction.prisma = prisma;
          transaction.until = performance.now() + longestMs - 100;
          return await work();
        },
        { timeout: longestMs },
      ),
    );
  }

  /**
   * A connection of one's own in the current tenant, for COPY and other long work outside `transaction`.
   * The work begins and commits its own transactions; when it throws, the connection is thrown away.
   */
  async withConnection<T>(work: (connection: pg.PoolClient) => Promise<T>): Promise<T> {
    const connection = await this.ambient.exit(() => this.pool.connect());
    try {
      const result = await work(connection);
      connection.release();
      return result;
    } catch (error) {
      connection.release(true);
      throw error;
    }
  }

  /** Work that takes no part in the surrounding transaction. */
  apart<T>(work: () => T): T {
    return this.ambient.exit(work);
  }

  async onModuleDestroy(): Promise<void> {
    await this.root.$disconnect();
    if (!this.pool.ended) await this.pool.end();
  }

  /** A released connection may already serve somebody else, so a transaction that ended is never joined. */
  private get joined(): Transaction | undefined {
    const transaction = this.ambient.getStore();
    if (transaction?.over) throw new Error('this transaction is over');
    // What is sent after its time would be kept by itself: the transaction is rolled back behind our back.
    if (transaction?.until !== undefined && performance.now() > transaction.until) {
      throw new Error('this transaction took too long');
    }
    if (transaction && transaction.tenantId !== currentContext()?.tenantId) {
      throw new Error('this transaction belongs to another tenant');
    }
    return transaction;
  }

  private nameOf(text: TemplateStringsArray, statement: string): string {
    const name = this.statementNames.get(text) ?? createHash('sha1').update(statement).digest('base64');
    this.statementNames.set(text, name);
    return name;
  }
}
