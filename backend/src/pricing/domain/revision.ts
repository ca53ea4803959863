import { err, ok, type Result } from '../../shared/result.js';

export const revisionStatuses = [
  'draft',
  'submitted',
  'approved',
  'scheduled',
  'live',
  'superseded',
  'rejected',
  'withdrawn',
] as const;
export type RevisionStatus = (typeof revisionStatuses)[number];

export const revisionSources = ['manual', 'import', 'rollback', 'formula', 'copy'] as const;
export type RevisionSource = (typeof revisionSources)[number];

export interface Person {
  readonly id: string;
  readonly name: string;
}

export const revisionNewsKinds = [
  'created',
  'reopened',
  'commented',
  'submitted',
  'approved',
  'rejected',
  'withdrawn',
  'scheduled',
  'published',
  'overridden',
  'rolled_back',
] as const;
export type RevisionNewsKind = (typeof revisionNewsKinds)[number];

/** One chapter of a revision's story: what became of it, or what somebody said. */
export interface RevisionNews {
  readonly kind: RevisionNewsKind;
  readonly by: Person | null;
  readonly note: string | null;
}

/** More changes than this do not fit into one revision. */
export const mostChanges = 1_000_000;

/** Everything that is kept of a revision, its changes apart. */
export interface RevisionState {
  readonly id: string;
  readonly tableId: string;
  /** Counts up per table. */
  readonly number: number;
  readonly name: string | null;
  readonly source: RevisionSource;
  readonly status: RevisionStatus;
  readonly author: Person | null;
  readonly createdAt: Date;
  readonly submittedBy: Person | null;
  readonly submittedAt: Date | null;
  readonly decidedBy: Person | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  /** The instant that was asked for; null: at once. */
  readonly goesLiveAt: Date | null;
  /** The instant it went or goes live, since it was published. */
  readonly liveAt: Date | null;
  /** The revision a roll back undoes. */
  readonly restores: string | null;
  /** Why prices under the margin floor are let through, and who says so. */
  readonly override: { readonly reason: string; readonly by: Person } | null;
  readonly changeCount: number;
  readonly version: number;
}

export type RevisionError =
  | { readonly code: 'revision.transition_not_allowed'; readonly from: RevisionStatus; readonly to: RevisionStatus }
  | { readonly code: 'revision.own_approval' }
  | { readonly code: 'revision.not_approved'; readonly status: RevisionStatus }
  | { readonly code: 'revision.empty' }
  | { readonly code: 'revision.too_large'; readonly limit: number }
  | { readonly code: 'revision.live_in_past'; readonly goesLiveAt: string };

type Move = 'edit' | 'rename' | 'submit' | 'approve' | 'reject' | 'publish' | 'withdraw';

/** From which states each move may be made. Publishing asks for an approval besides, where the tenant wants two persons. */
const allowedFrom: Readonly<Record<Move, readonly RevisionStatus[]>> = {
  edit: ['draft', 'submitted', 'approved', 'rejected'],
  rename: ['draft', 'submitted', 'approved', 'rejected', 'scheduled'],
  submit: ['draft'],
  approve: ['submitted'],
  reject: ['submitted', 'approved'],
  publish: ['draft', 'submitted', 'approved'],
  withdraw: ['draft', 'submitted', 'approved', 'scheduled'],
};

/**
 * A set of changes to one price table on its way to being live as a whole:
 * `draft → submitted → approved → scheduled → live → superseded`, or `rejected`, `withdrawn`.
 * Scheduled becomes live by the clock alone; whether a live one is superseded only its successors know.
 * `news` is what happened to it since it was found, for its story.
 */
export class Revision {
  private constructor(
    readonly state: RevisionState,
    readonly news: readonly RevisionNews[] = [],
  ) {}

  static restore(state: RevisionState): Revision {
    return new Revision(state);
  }

  static draft(
    begun: Pick<RevisionState, 'id' | 'tableId' | 'number' | 'name' | 'source' | 'author'>,
    at: Date,
    restores: string | null = null,
  ): Revision {
    const draft = new Revision({
      ...begun,
      status: 'draft',
      createdAt: at,
      submittedBy: null,
      submittedAt: null,
      decidedBy: null,
      decidedAt: null,
      decisionNote: null,
      goesLiveAt: null,
      liveAt: null,
      restores,
      override: null,
      changeCount: 0,
      version: 1,
    });
    return draft.telling('created', begun.author, null);
  }

  statusAt(now: Date): RevisionStatus {
    const { status, liveAt } = this.state;
    return status === 'scheduled' && liveAt && liveAt <= now ? 'live' : status;
  }

  /** An approval belongs to what was seen: an edit takes it back, and reopens what was rejected. */
  edited(now: Date, changes: number, by: Person | null = null): Result<Revision, RevisionError> {
    if (changes > mostChanges) return err({ code: 'revision.too_large', limit: mostChanges });
    const before = this.statusAt(now);
    const moved = this.move('edit', 'draft', now, {
      submittedBy: null,
      submittedAt: null,
      decidedBy: null,
      decidedAt: null,
      decisionNote: null,
      override: null,
      changeCount: changes,
    });
    return moved.ok && before !== 'draft' ? ok(moved.value.telling('reopened', by, null)) : moved;
  }

  /** An empty draft begun by hand that a formula fills is one made by formula. */
  filledByFormula(): Revision {
    const { source, changeCount } = this.state;
    if (source !== 'manual' || changeCount > 0) return this;
    return new Revision({ ...this.state, source: 'formula' }, this.news);
  }

  /** A name is for people: giving one takes no approval back, and what is over keeps its own. */
  renamed(name: string | null, now: Date): Result<Revision, RevisionError> {
    const status = this.statusAt(now);
    return this.move('rename', status, now, { name });
  }

  submitted(by: Person, now: Date, note: string | null = null): Result<Revision, RevisionError> {
    if (this.state.changeCount === 0) return err({ code: 'revision.empty' });
    const moved = this.move('submit', 'submitted', now, { submittedBy: by, submittedAt: now });
    return moved.ok ? ok(moved.value.telling('submitted', by, note)) : moved;
  }

  /** Where two persons must agree, neither who wrote it nor who handed it in may approve. */
  approved(by: Person, now: Date, twoPersons: boolean, note: string | null): Result<Revision, RevisionError> {
    const { author, submittedBy } = this.state;
    const moved = this.move('approve', 'approved', now, decision(by, now, note));
    if (moved.ok && twoPersons && [author?.id, submittedBy?.id].includes(by.id))
      return err({ code: 'revision.own_approval' });
    return moved.ok ? ok(moved.value.telling('approved', by, note)) : moved;
  }

  rejected(by: Person, now: Date, note: string | null): Result<Revision, RevisionError> {
    const moved = this.move('reject', 'rejected', now, decision(by, now, note));
    return moved.ok ? ok(moved.value.telling('rejected', by, note)) : moved;
  }

  withdrawn(now: Date, by: Person | null = null, note: string | null = null): Result<Revision, RevisionError> {
    const moved = this.move('withdraw', 'withdrawn', now, {});
    return moved.ok ? ok(moved.value.telling('withdrawn', by, note)) : moved;
  }

  /** Live at once, or scheduled when `goesLiveAt` is ahead; `liveAt` is filled in by who keeps the prices. */
  published(
    now: Date,
    goesLiveAt: Date | null,
    twoPersons: boolean,
    by: Person | null = null,
  ): Result<Revision, RevisionError> {
    if (goesLiveAt && goesLiveAt < now)
      return err({ code: 'revision.live_in_past', goesLiveAt: goesLiveAt.toISOString() });
    const ahead = goesLiveAt !== null && goesLiveAt > now;
    const moved = this.move('publish', ahead ? 'scheduled' : 'live', now, { goesLiveAt: ahead ? goesLiveAt : null });
    if (!moved.ok) return moved;
    if (this.state.changeCount === 0) return err({ code: 'revision.empty' });
    if (twoPersons && this.state.status !== 'approved') {
      return err({ code: 'revision.not_approved', status: this.state.status });
    }
    return ok(moved.value.telling(ahead ? 'scheduled' : 'published', by, null));
  }

  /** Lets prices under the margin floor through, for a reason that is kept until the next edit. */
  overridden(by: Person, reason: string): Revision {
    return new Revision({ ...this.state, override: { by, reason } }, this.news).telling('overridden', by, reason);
  }

  /** Adds to the story without changing anything. */
  telling(kind: RevisionNewsKind, by: Person | null, note: string | null): Revision {
    return new Revision(this.state, [...this.news, { kind, by, note: note === '' ? null : note }]);
  }

  with(more: Pick<RevisionState, 'liveAt'>): Revision {
    return new Revision({ ...this.state, ...more }, this.news);
  }

  private move(
    move: Move,
    to: RevisionStatus,
    now: Date,
    change: Partial<RevisionState>,
  ): Result<Revision, RevisionError> {
    const from = this.statusAt(now);
    if (!allowedFrom[move].includes(from)) return err({ code: 'revision.transition_not_allowed', from, to });
    return ok(new Revision({ ...this.state, ...change, status: to }, this.news));
  }
}

const decision = (by: Person, at: Date, note: string | null) => ({
  decidedBy: by,
  decidedAt: at,
  decisionNote: note,
});
