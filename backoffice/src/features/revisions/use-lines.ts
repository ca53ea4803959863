import { useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { useRefusal, useTenant } from '@tradeyard/app-kit';
import { useToast } from '@tradeyard/design-system';
import type { ListPage } from '../../shared/list/use-list';
import { dropLines, putChanges, resolveConflicts, type Change, type PriceLocale } from './revision-changes';
import { keyOf, lineId, type DiffLine, type RevisionPlace } from './revision-views';
import { everyLine, pricesChanged } from './revisions.queries';
import { changeOf } from './way-back';

/** How amounts are written where the store is. */
export function usePriceLocale(): PriceLocale {
  const { locale } = useTenant();
  return locale.startsWith('pt') ? 'pt-BR' : 'en';
}

/** As many lines as are put back while somebody waits. */
const MOST_RESTORED = 2_000;

/** Edits of a revision's lines: each is shown at once, saved, and can be undone; a refused one steps back and says why. */
export function useLines(revision: RevisionPlace) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { show, dismiss } = useToast();
  const refusal = useRefusal();
  const locale = usePriceLocale();
  const diffKey = ['prices', 'documents', 'diff', revision.id];

  const put = async (change: Change): Promise<void> => {
    const { refused } = await putChanges(revision, [change], locale);
    const [first] = refused;
    if (first) throw new ApiError(422, first.error.code, first.error.message, first.error.details);
  };
  const paint = (edit: (lines: DiffLine[]) => DiffLine[]): void =>
    void client.setQueriesData<InfiniteData<ListPage<DiffLine>>>(
      {
        queryKey: diffKey,
        predicate: ({ state: { data } }) => typeof data === 'object' && data !== null && 'pages' in data,
      },
      (list) => list && { ...list, pages: list.pages.map((page) => ({ ...page, data: edit(page.data) })) },
    );
  const settled = (): Promise<void> => pricesChanged(client);
  const failed = (error: unknown): void => show({ message: refusal(error) });

  const restore = useMutation({
    mutationFn: async (lines: readonly DiffLine[]) => {
      await putChanges(revision, lines.map(changeOf), locale);
    },
    onError: failed,
    onSettled: settled,
  });
  const price = useMutation({
    mutationFn: ({ line, text }: { line: DiffLine; text: string }) =>
      put({
        ...keyOf(line),
        action: 'set',
        unitPriceText: text,
        expects: line.newPrice ?? line.oldPrice,
        ...(line.validTo && { validTo: line.validTo }),
      }),
    onMutate: dismiss,
    onSuccess: (_done, { line }) =>
      show({
        message: t('revisions.line.changed', { name: line.name ?? line.sku }),
        undo: { label: t('revisions.undo'), onUndo: () => restore.mutate([line]) },
      }),
    onSettled: settled,
  });
  const drop = useMutation({
    mutationFn: (lines: readonly DiffLine[]) => dropLines(revision, lines),
    onMutate: async (lines) => {
      // What was offered to be undone is no longer the last thing done.
      dismiss();
      await client.cancelQueries({ queryKey: diffKey });
      const gone = new Set(lines.map(lineId));
      paint((all) => all.filter((line) => !gone.has(lineId(line))));
    },
    onSuccess: (_done, lines) =>
      show({
        message: t('revisions.line.dropped', { count: lines.length }),
        undo: { label: t('revisions.undo'), onUndo: () => restore.mutate(lines) },
      }),
    onError: failed,
    onSettled: settled,
  });
  const resolve = useMutation({
    mutationFn: async ({ take, lines }: { take: 'mine' | 'live'; lines?: readonly DiffLine[] }) => {
      // Taking what is live drops lines; these come back by undoing it.
      const dropped = take === 'live' ? (lines ?? (await everyLine(revision, MOST_RESTORED, 'conflicts'))) : null;
      return { dropped, count: await resolveConflicts(revision, take, lines) };
    },
    onSuccess: ({ count, dropped }) =>
      show({
        message: t('revisions.conflicts.resolved', { count }),
        ...(dropped && { undo: { label: t('revisions.undo'), onUndo: () => restore.mutate(dropped) } }),
      }),
    onError: failed,
    onSettled: settled,
  });
  return { price, drop, resolve, restore };
}

export type Lines = ReturnType<typeof useLines>;
