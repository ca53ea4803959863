import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { useRefusal } from '@tradeyard/app-kit';
import { Button, Combobox, Dialog, Field, TextInput } from '@tradeyard/design-system';
import { FormProblem } from '../../shared/form/form-problem';
import { pathOf } from './revision-views';
import { tableChoiceQuery } from './revisions.queries';
import { revisionSteps, useStep } from './use-revision-steps';

/** Begins a draft of a price table, beside whatever drafts it has already. */
export function NewRevisionDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refusal = useRefusal();
  const [search, setSearch] = useState('');
  const [table, setTable] = useState<{ id: string; name: string } | null>(null);
  const [name, setName] = useState('');
  const tables = useQuery(tableChoiceQuery(search));
  const begin = useStep((tableId: string) => revisionSteps.begin(tableId, name.trim()));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('revisions.begin.title')}
      description={t('revisions.begin.text')}
      closeLabel={t('list.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('list.cancel')}</Button>
          <Button
            variant="primary"
            busy={begin.isPending}
            disabledReason={table ? undefined : t('revisions.begin.chooseTable')}
            onClick={() => table && begin.mutate(table.id, { onSuccess: (made) => void navigate(pathOf(made)) })}
          >
            {t('revisions.begin.do')}
          </Button>
        </>
      }
    >
      <div className="col g5">
        <FormProblem>{begin.error ? refusal(begin.error) : ''}</FormProblem>
        <Field label={t('revisions.begin.table')} required>
          <Combobox
            items={(tables.data ?? []).map(({ id, name: label, companyName }) => ({
              value: id,
              label,
              detail: companyName !== label ? (companyName ?? undefined) : undefined,
            }))}
            value={table?.id ?? null}
            valueLabel={table?.name}
            onChange={(id, item) => setTable(id && item ? { id, name: item.label } : null)}
            onSearch={setSearch}
            loading={tables.isFetching}
            labels={{
              list: t('revisions.begin.table'),
              empty: t('revisions.begin.noTable'),
              loading: t('revisions.reading'),
            }}
          />
        </Field>
        <Field label={t('revisions.name')} aside={t('list.optional')}>
          <TextInput value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
