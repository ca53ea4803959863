import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PageTitle, useRefusal } from '@tradeyard/app-kit';
import { Button, Field, IconButton, TextInput } from '@tradeyard/design-system';
import type { SavedList } from '../../shared/views';
import { renameList } from './lists.queries';

/** The name of a list, which can be written over where it stands; a name that is refused stays in the field. */
export function ListTitle({ list }: { list: SavedList }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const [draft, setDraft] = useState<string | null>(null);
  const rename = useMutation({ ...renameList(list.id), onSettled: (_list, error) => !error && setDraft(null) });
  if (draft === null) {
    return (
      <div className="row g4">
        <PageTitle name={list.name} />
        <IconButton label={t('lists.rename')} icon={Pencil} size="sm" onClick={() => setDraft(list.name)} />
      </div>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const name = draft.trim();
    if (name === list.name) setDraft(null);
    else if (name) rename.mutate(name);
  };
  const leave = (): void => {
    rename.reset();
    setDraft(null);
  };
  return (
    <form className="list-name" onSubmit={submit} noValidate>
      <PageTitle name={list.name} className="sr" />
      <Field label={t('lists.name')} error={rename.error ? refusal(rename.error) : undefined} className="grow">
        <TextInput
          value={draft}
          maxLength={80}
          autoFocus
          autoComplete="off"
          onFocus={(event) => event.target.select()}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && leave()}
        />
      </Field>
      <Button type="submit" busy={rename.isPending} disabledReason={draft.trim() ? undefined : t('lists.nameNeeded')}>
        {t('lists.save')}
      </Button>
      <Button variant="ghost" onClick={leave}>
        {t('lists.cancel')}
      </Button>
    </form>
  );
}
