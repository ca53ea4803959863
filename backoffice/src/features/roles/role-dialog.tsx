import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Field, Select, TextInput } from '@tradeyard/design-system';
import { FormProblem } from '../../shared/form/form-problem';
import { useFormSave } from '../../shared/form/use-form-save';
import { rolesQuery, type Role, type Side } from '../../shared/people/people.queries';
import { useRoleChanges } from './roles.queries';

const NOTHING = 'nothing';

/** Names a role: a new one of a side, begun as a copy of another, or one there is. */
export function RoleDialog({
  rename,
  side = 'staff',
  onMade,
  onClose,
}: {
  rename?: Role;
  side?: Side;
  onMade?: (id: string) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { create, change } = useRoleChanges();
  const { data: roles = [] } = useQuery(rolesQuery);
  const sources = roles.filter((role) => role.side === side);
  const form = useForm({ defaultValues: { name: rename?.name ?? '', from: NOTHING } });
  const save = useFormSave(
    form,
    async ({ name, from }) => {
      if (rename) await change.mutateAsync({ id: rename.id, name, version: rename.version });
      else {
        const permissions = sources.find(({ id }) => id === from)?.permissions ?? [];
        onMade?.((await create.mutateAsync({ name, side, permissions })).id);
      }
      onClose();
    },
    { 'role.name_taken': 'name' },
  );
  const { errors } = form.formState;
  const from = useWatch({ control: form.control, name: 'from' });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={rename ? t('roles.renameTitle') : t(`roles.newTitle.${side}`)}
      closeLabel={t('list.close')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('list.cancel')}
          </Button>
          <Button variant="primary" type="submit" form="role" busy={save.busy}>
            {rename ? t('roles.rename') : t('roles.create')}
          </Button>
        </>
      }
    >
      <form id="role" noValidate onSubmit={save.submit} className="col g6">
        <FormProblem>{save.problem}</FormProblem>
        <Field label={t('roles.name')} error={errors.name?.message} required>
          <TextInput
            autoFocus
            {...form.register('name', { required: t('form.required') })}
            maxLength={60}
            autoComplete="off"
          />
        </Field>
        {!rename && (
          <Field label={t('roles.copyFrom')} hint={t('roles.copyHint')}>
            <Select
              items={[
                { value: NOTHING, label: t('roles.copyNothing') },
                ...sources.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={from}
              onChange={(id) => form.setValue('from', id)}
            />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
