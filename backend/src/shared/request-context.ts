import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from './actor.js';

/** Who is asking, in which tenant and under which id; absent outside a request or a job. */
export interface RequestContext {
  readonly requestId: string;
  readonly tenantId: string | null;
  /** Set once, by the guard that reads the access token. */
  actor: Actor | null;
  /** How many statements the database was sent so far. */
  statements: number;
}

const contexts = new AsyncLocalStorage<RequestContext>();

export const currentContext = (): RequestContext | undefined => contexts.getStore();

export const runInContext = <T>(context: RequestContext, work: () => T): T => contexts.run(context, work);

/** A context for work that nobody asked for over HTTP: a job, an event, a seed. */
export const backgroundContext = (tenantId: string | null, requestId: string): RequestContext => ({
  requestId,
  tenantId,
  actor: null,
  statements: 0,
});
