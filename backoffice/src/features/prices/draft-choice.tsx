import type { ReactNode } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, ChevronDown, GitBranch, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import { Button, Menu, MenuItem, MenuLabel, MenuSeparator, useToast } from '@tradeyard/design-system';
import type { GridColumn } from './cell';
import { beginDraft } from './grid-requests';
import type { Revision } from './prices.queries';
import { openDraftsQuery, type ChosenDrafts } from './use-drafts';

/** Which draft of a table is shown in its column and takes what is typed there; another can be begun beside it. */
export function DraftChoice({
  column,
  drafts,
  mayEdit,
}: {
  /** Of the table that has the keyboard. */
  column: GridColumn;
  drafts: ChosenDrafts;
  mayEdit: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const refusal = useRefusal();
  const client = useQueryClient();
  const { show } = useToast();
  const all = drafts.byTable.get(column.tableId) ?? [];
  const chosen = drafts.chosen.get(column.tableId);
  const begin = useMutation({
    mutationFn: () => beginDraft(column.tableId),
    onSuccess: (draft: Revision) => {
      client.setQueryData(openDraftsQuery.queryKey, (known) => [draft, ...(known ?? [])]);
      drafts.choose(draft);
    },
    onError: (error) => show({ message: refusal(error) }),
  });
  if (all.length === 0 && !mayEdit) return null;
  const named = (draft: Revision): string =>
    draft.name
      ? `${t('prices.draft.number', { number: draft.number })} · ${draft.name}`
      : t('prices.draft.number', { number: draft.number });
  return (
    <Menu
      align="end"
      trigger={
        <Button
          className="draft-choice"
          aria-label={t('prices.draft.choose', { table: column.name })}
          busy={begin.isPending}
        >
          <GitBranch className="i" />
          <span className="ell">
            <span className="muted only-desk">{column.name} · </span>
            {chosen
              ? named(chosen)
              : all.length > 0
                ? t('prices.draft.others', { count: all.length })
                : t('prices.draft.none')}
          </span>
          <ChevronDown className="i i-sm" />
        </Button>
      }
    >
      <MenuLabel>{t('prices.draft.of', { table: column.name })}</MenuLabel>
      {all.map((draft) => (
        <MenuItem
          key={draft.id}
          icon={draft.id === chosen?.id ? Check : undefined}
          detail={t('prices.changeCount', { count: draft.changeCount })}
          onSelect={() => drafts.choose(draft)}
        >
          <span className={draft.id === chosen?.id ? undefined : 'ml-6'}>
            <b>{named(draft)}</b>
            <span className="block small muted">
              {[draft.author?.name, dateTime(draft.createdAt)].filter(Boolean).join(' · ')}
            </span>
          </span>
        </MenuItem>
      ))}
      {all.length === 0 && <p className="small muted px-3 py-2">{t('prices.draft.noneText')}</p>}
      {mayEdit && (
        <>
          <MenuSeparator />
          <MenuItem icon={Plus} onSelect={() => begin.mutate()}>
            {t('prices.draft.begin')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
