/** Work for later, in the tenant that asked for it; sent with the surrounding transaction or not at all. */
export abstract class Jobs {
  abstract send(kind: string, data: object): Promise<void>;
  /** Says who does the work of a kind; a failing handler is tried again with growing pauses. */
  abstract handle(kind: string, work: (data: never) => Promise<void>): void;
}
