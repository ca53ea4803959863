import { useState, type ReactNode } from 'react';
import { PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '@tradeyard/app-kit';
import { TextInput, useToast } from '@tradeyard/design-system';
import type { Revision } from './revision-views';
import { revisionSteps, useStep } from './use-revision-steps';

/** What people call a revision, typed over in place while it can be edited. */
export function RevisionName({ revision, editable }: { revision: Revision; editable: boolean }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const { show } = useToast();
  const [typed, setTyped] = useState<string | null>(null);
  const rename = useStep((name: string) => revisionSteps.rename(revision, name || null));
  const name = rename.isPending ? rename.variables : (revision.name ?? '');
  if (!editable) return name && <span className="revision-name ell">{name}</span>;
  if (typed === null)
    return (
      <button type="button" className="revision-name editable" onClick={() => setTyped(name)}>
        <span className="ell">{name || t('revisions.nameIt')}</span>
        <PencilLine className="i i-xs" aria-hidden="true" />
        {name && <span className="sr">, {t('revisions.rename')}</span>}
      </button>
    );
  const save = (): void => {
    setTyped(null);
    if (typed.trim() !== name) rename.mutate(typed.trim(), { onError: (error) => show({ message: refusal(error) }) });
  };
  return (
    <TextInput
      size="sm"
      autoFocus
      className="revision-name-input"
      aria-label={t('revisions.name')}
      value={typed}
      maxLength={120}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        else if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
