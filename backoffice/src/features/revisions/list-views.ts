import type { ListFacets, ListFilter } from './revisions.queries';

export const viewNames = ['waiting', 'drafts', 'submitted', 'approved', 'scheduled', 'live', 'all'] as const;
export type ViewName = (typeof viewNames)[number];

const statusOf = {
  drafts: 'draft',
  submitted: 'submitted',
  approved: 'approved',
  scheduled: 'scheduled',
  live: 'live',
} as const;

/** The view an address names; without one, what waits for whoever decides, else everything. */
export const viewOf = (name: string, decides: boolean): ViewName =>
  viewNames.find((each) => each === name) ?? (decides ? 'waiting' : 'all');

/** What a view asks the server for. What comes next is first among the scheduled, what is newest everywhere else. */
export const filterOf = (view: ViewName, search: string): ListFilter => ({
  ...(view === 'waiting' ? { waitingForMe: true } : view === 'all' ? {} : { status: statusOf[view] }),
  search,
  sort: view === 'scheduled' ? 'goesLiveAt' : '-createdAt',
});

/** How many a view holds, where a number says that something is to be done. */
export function countOf(view: ViewName, facets: ListFacets | undefined): number | undefined {
  if (!facets || view === 'all' || view === 'live') return undefined;
  if (view === 'waiting') return facets.waitingForMe;
  return facets.byStatus.find(({ status }) => status === statusOf[view])?.count ?? 0;
}
