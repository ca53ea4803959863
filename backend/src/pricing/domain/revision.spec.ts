import type { Result } from '../../shared/result.js';
import { type Person, Revision, type RevisionError, type RevisionStatus } from './revision.js';

const now = new Date('2026-11-20T12:00:00Z');
const tomorrow = new Date('2026-11-21T00:00:00Z');
const ana: Person = { id: 'ana', name: 'Ana' };
const bea: Person = { id: 'bea', name: 'Bea' };

const must = (result: Result<Revision, RevisionError>): Revision => {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
};
const empty = Revision.draft({ id: 'r', tableId: 't', number: 1, name: null, source: 'manual', author: ana }, now);
const draft = must(empty.edited(now, 3));
const submitted = must(draft.submitted(ana, now));
const approved = must(submitted.approved(bea, now, true, 'fine'));
const rejected = must(submitted.rejected(bea, now, 'too dear'));
const scheduled = must(approved.published(now, tomorrow, true)).with({ liveAt: tomorrow });
const live = must(approved.published(now, null, true)).with({ liveAt: now });
const withdrawn = must(draft.withdrawn(now));

const moves: Record<string, (revision: Revision) => Result<Revision, RevisionError>> = {
  edit: (revision) => revision.edited(now, 4),
  submit: (revision) => revision.submitted(ana, now),
  approve: (revision) => revision.approved(bea, now, true, null),
  reject: (revision) => revision.rejected(bea, now, null),
  publish: (revision) => revision.published(now, null, false),
  withdraw: (revision) => revision.withdrawn(now),
};
const outcomes: [name: string, from: Revision, Record<string, RevisionStatus>][] = [
  ['draft', draft, { edit: 'draft', submit: 'submitted', publish: 'live', withdraw: 'withdrawn' }],
  [
    'submitted',
    submitted,
    { edit: 'draft', approve: 'approved', reject: 'rejected', publish: 'live', withdraw: 'withdrawn' },
  ],
  ['approved', approved, { edit: 'draft', reject: 'rejected', publish: 'live', withdraw: 'withdrawn' }],
  ['scheduled', scheduled, { withdraw: 'withdrawn' }],
  ['live', live, {}],
  ['rejected', rejected, { edit: 'draft' }],
  ['withdrawn', withdrawn, {}],
];

it.each(outcomes)('%s allows its own moves and no others', (_name, from, allowed) => {
  for (const [name, move] of Object.entries(moves)) {
    const result = move(from);
    expect([name, result.ok ? result.value.state.status : result.error.code]).toEqual([
      name,
      allowed[name] ?? 'revision.transition_not_allowed',
    ]);
  }
});

it('an edit takes an approval back', () => {
  const edited = must(approved.edited(now, 4));
  expect(edited.state).toMatchObject({ status: 'draft', submittedBy: null, decidedBy: null, decisionNote: null });
});

it('an empty one is neither submitted nor published', () => {
  expect(empty.submitted(ana, now)).toEqual({ ok: false, error: { code: 'revision.empty' } });
  expect(empty.published(now, null, false)).toEqual({ ok: false, error: { code: 'revision.empty' } });
});

describe('where two persons must agree', () => {
  it.each([ana, bea])('neither author nor submitter approves (%o)', (by) => {
    const handedIn = must(draft.submitted(bea, now));
    expect(handedIn.approved(by, now, true, null)).toEqual({ ok: false, error: { code: 'revision.own_approval' } });
  });

  it('nothing unapproved is published', () => {
    expect(submitted.published(now, null, true)).toEqual({
      ok: false,
      error: { code: 'revision.not_approved', status: 'submitted' },
    });
  });
});

it('where one person is enough, authors approve and publish their own', () => {
  expect(must(submitted.approved(ana, now, false, null)).state.status).toBe('approved');
  expect(must(draft.published(now, null, false)).state.status).toBe('live');
});

describe('a scheduled one', () => {
  it('is live by the clock alone, and then no longer withdrawn', () => {
    expect([scheduled.statusAt(now), scheduled.statusAt(tomorrow)]).toEqual(['scheduled', 'live']);
    expect(scheduled.withdrawn(tomorrow)).toMatchObject({ ok: false, error: { from: 'live' } });
  });

  it('cannot go live in the past', () => {
    expect(approved.published(tomorrow, now, true)).toMatchObject({ error: { code: 'revision.live_in_past' } });
  });

  it('for this very moment is simply live', () => {
    expect(must(approved.published(now, now, true)).state).toMatchObject({ status: 'live', goesLiveAt: null });
  });
});

describe('its news', () => {
  const told = (revision: Revision) => revision.news.map(({ kind, by, note }) => [kind, by?.id, note]);

  it('tells each step with who took it, and an edit only where it reopens', () => {
    const path = must(must(approved.edited(now, 4, ana)).submitted(ana, now, 'again'));
    expect(told(path).slice(-2)).toEqual([
      ['reopened', 'ana', null],
      ['submitted', 'ana', 'again'],
    ]);
    expect(told(draft)).toEqual([['created', 'ana', null]]);
    expect(told(must(approved.published(now, tomorrow, true, bea))).at(-1)).toEqual(['scheduled', 'bea', null]);
  });

  it('grows by words that change nothing', () => {
    const commented = approved.telling('commented', bea, 'well done');
    expect(told(commented).at(-1)).toEqual(['commented', 'bea', 'well done']);
    expect(commented.state).toBe(approved.state);
  });
});

it('holds a million changes and not one more', () => {
  expect(must(draft.edited(now, 1_000_000)).state.changeCount).toBe(1_000_000);
  expect(draft.edited(now, 1_000_001)).toMatchObject({ error: { code: 'revision.too_large', limit: 1_000_000 } });
});

it('a name takes no approval back, and what is over keeps its own', () => {
  const named = must(approved.renamed('Winter', now));
  expect([named.state.status, named.state.decidedBy, named.state.name]).toEqual(['approved', bea, 'Winter']);
  expect([live, withdrawn].map((over) => over.renamed('Late', now).ok)).toEqual([false, false]);
});

it('what somebody answered for holds until the next edit', () => {
  const answered = draft.overridden(bea, 'clearance');
  expect(answered.state.override).toEqual({ by: bea, reason: 'clearance' });
  expect(must(answered.submitted(ana, now)).state.override?.reason).toBe('clearance');
  expect(must(answered.edited(now, 3)).state.override).toBeNull();
});
