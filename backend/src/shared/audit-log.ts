/** Something a person did that must stay answerable; `facts` is plain JSON without secrets. */
export interface AuditEntry {
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly facts?: object;
}

/** Remembers who did what, in the surrounding transaction. */
export abstract class AuditLog {
  abstract record(entry: AuditEntry): Promise<void>;
}
