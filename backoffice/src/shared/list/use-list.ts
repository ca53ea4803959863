import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

export interface ListPage<Row, Facets = unknown> {
  data: Row[];
  meta: { page?: { number: number; size: number; total: number }; facets?: Facets };
}

/** Pages of a list that is read on by scrolling. `key` names everything the pages depend on. */
export function listQuery<Row, Facets = unknown>(
  key: readonly unknown[],
  fetchPage: (page: number) => Promise<ListPage<Row, Facets>>,
) {
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: 1,
    getNextPageParam: ({ meta: { page } }) =>
      page && page.number * page.size < page.total ? page.number + 1 : undefined,
    placeholderData: keepPreviousData,
  });
}

export interface List<Row, Facets = unknown> {
  rows: Row[] | undefined;
  total: number;
  facets: Facets | undefined;
  error: unknown;
  /** The rows shown are of the question before. */
  stale: boolean;
  updatedAt: number;
  more: () => void;
  refetch: () => void;
  fetching: boolean;
}

/** The rows read so far and how to read on. */
export function useList<Row, Facets = unknown>(options: ReturnType<typeof listQuery<Row, Facets>>): List<Row, Facets> {
  const query = useInfiniteQuery(options);
  const last = query.data?.pages.at(-1);
  return {
    rows: query.data?.pages.flatMap((page) => page.data),
    total: last?.meta.page?.total ?? 0,
    facets: query.data?.pages[0]?.meta.facets,
    error: query.isError && !query.data ? query.error : null,
    stale: query.isPlaceholderData,
    updatedAt: query.dataUpdatedAt,
    more: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    refetch: () => void query.refetch(),
    fetching: query.isFetching,
  };
}
