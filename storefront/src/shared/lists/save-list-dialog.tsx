import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { useRefusal } from '@tradeyard/app-kit';
import { Button, Dialog, Field, TextInput, useToast } from '@tradeyard/design-system';
import { saveList, type ListBeginning } from './save-list';

/** Asks what a new list is called, and keeps it; an empty one is opened at once. */
export default function SaveListDialog({
  beginning,
  name: suggested,
  onClose,
}: {
  beginning: ListBeginning;
  name: string;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const toast = useToast();
  const navigate = useNavigate();
  const [name, setName] = useState(suggested);
  const isNew = 'lines' in beginning;
  const save = useMutation({
    ...saveList,
    onSettled: (list) => {
      if (!list) return;
      onClose();
      if (isNew) return void navigate(`/lists/${list.id}`);
      toast.show({
        message: (
          <>
            {t('lists.saved', { count: list.lines.length })}{' '}
            <Link className="link" to={`/lists/${list.id}`}>
              {list.name}
            </Link>
          </>
        ),
      });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim()) save.mutate({ name: name.trim(), ...beginning });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={isNew ? t('lists.newTitle') : t('lists.saveTitle')}
      description={t('lists.shared')}
      closeLabel={t('shell.close')}
    >
      <form className="col g5" onSubmit={submit} noValidate>
        <Field label={t('lists.name')} error={save.error ? refusal(save.error) : undefined}>
          <TextInput
            value={name}
            maxLength={80}
            autoFocus
            autoComplete="off"
            onChange={(event) => {
              setName(event.target.value);
              save.reset();
            }}
          />
        </Field>
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('lists.cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            busy={save.isPending}
            disabledReason={name.trim() ? undefined : t('lists.nameNeeded')}
          >
            {isNew ? t('lists.make') : t('lists.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
