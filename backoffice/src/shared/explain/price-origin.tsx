import type { ReactNode } from 'react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { api } from '../api';
import { useMay } from '../session';
import type { TraceEntry } from './explained-price';

type Origin = NonNullable<TraceEntry['revision']>;

const originQuery = (tableId: string, revisionId: string) =>
  queryOptions({
    queryKey: ['prices', 'origin', revisionId],
    queryFn: async (): Promise<Origin> => {
      const call = api.http.GET('/api/v1/backoffice/price-tables/{id}/revisions/{revisionId}', {
        params: { path: { id: tableId, revisionId } },
      });
      const { id, number, name, author, liveAt } = await api.data(call);
      return { id, number, name, author: author?.name ?? null, liveAt };
    },
    staleTime: 300_000,
  });

/** Which revision brought a price, whose it is and since when it is live; a stored price's revision is looked up. */
export function PriceOrigin({ entry }: { entry: TraceEntry }): ReactNode {
  const { t } = useTranslation();
  const { date } = useFormats();
  const may = useMay();
  const { data } = useQuery({
    ...originQuery(entry.tableId, entry.revisionId ?? ''),
    enabled: !entry.revision && Boolean(entry.revisionId) && may('price.read'),
  });
  const origin = entry.revision ?? data;
  if (!origin || origin.number === null) return null;
  const words = [
    t('explain.revision', { number: origin.number }),
    origin.author,
    origin.liveAt ? date(origin.liveAt) : t('explain.notLive'),
  ];
  return <span className="subtle origin">{words.filter(Boolean).join(' · ')}</span>;
}
