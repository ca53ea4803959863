import type { ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, DescriptionList, Field, TextInput } from '@tradeyard/design-system';
import { FormProblem } from '../form/form-problem';
import { useFormSave } from '../form/use-form-save';
import { PanelPart } from '../list/side-panel';
import type { Person, Role } from './people.queries';
import { PersonStatus } from './person-status';
import { RoleChoice } from './role-choice';

export interface PersonChange {
  name?: string;
  email?: string;
  roles?: string[];
  status?: 'active' | 'disabled';
}

/** A person's name, address, roles and whether they may sign in; every refusal stands beside what it refuses. */
export function PersonForm({
  person,
  roles,
  mayEdit,
  onChange,
}: {
  person: Person;
  /** The roles of their side. */
  roles: readonly Role[];
  mayEdit: boolean;
  onChange: (change: PersonChange) => Promise<unknown>;
}): ReactNode {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const values = { name: person.name, email: person.email, roles: person.roleIds };
  const form = useForm({ values, resetOptions: { keepDirtyValues: true } });
  const save = useFormSave(
    form,
    async (next) => {
      await onChange(next);
      form.reset(next);
    },
    {
      'member.email_taken': 'email',
      'role.last_owner': 'roles',
      'role.beyond_own_rights': 'roles',
      'role.unknown': 'roles',
    },
  );
  const { errors, isDirty } = form.formState;
  const chosen = useWatch({ control: form.control, name: 'roles' });
  const names = roles.filter(({ id }) => person.roleIds.includes(id)).map(({ name }) => name);
  return (
    <>
      <PanelPart>
        {mayEdit ? (
          <form noValidate onSubmit={save.submit} className="col g6">
            <FormProblem>{save.problem}</FormProblem>
            <Field label={t('people.name')} error={errors.name?.message}>
              <TextInput {...form.register('name', { required: t('form.required') })} maxLength={120} />
            </Field>
            <Field label={t('people.email')} error={errors.email?.message}>
              <TextInput {...form.register('email', { required: t('form.required') })} type="email" maxLength={254} />
            </Field>
            <RoleChoice
              roles={roles}
              chosen={chosen}
              onChange={(ids) => {
                form.clearErrors('roles');
                form.setValue('roles', ids, { shouldDirty: true });
              }}
              error={errors.roles?.message}
            />
            {isDirty && (
              <div className="row g4">
                <Button variant="primary" type="submit" busy={save.busy}>
                  {t('list.save')}
                </Button>
                <Button
                  variant="ghost"
                  onClick={() => {
                    save.clear();
                    form.reset(values);
                  }}
                >
                  {t('form.discard')}
                </Button>
              </div>
            )}
          </form>
        ) : (
          <DescriptionList
            items={[
              { name: t('people.email'), value: person.email },
              { name: t('people.roles'), value: names.join(', ') || t('list.none') },
            ]}
          />
        )}
      </PanelPart>
      <PanelPart title={t('people.access')} aside={<PersonStatus status={person.status} />}>
        <p className="muted mb-2">{t(`people.statusText.${person.status}`)}</p>
        <DescriptionList
          items={[
            {
              name: t('people.lastSignIn'),
              value: person.lastSignInAt ? dateTime(person.lastSignInAt) : t('people.never'),
            },
          ]}
        />
        {mayEdit && <Access person={person} onChange={onChange} />}
      </PanelPart>
    </>
  );
}

function Access({
  person: { status },
  onChange,
}: {
  person: Person;
  onChange: (change: PersonChange) => Promise<unknown>;
}): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const change = useMutation({ mutationFn: (next: 'active' | 'disabled') => onChange({ status: next }) });
  return (
    <div className="col g4 mt-3">
      {change.error && <Alert meaning="danger" title={refusal(change.error)} assertive />}
      <div className="row g4 wrap">
        {status !== 'active' && (
          <Button busy={change.isPending && change.variables === 'active'} onClick={() => change.mutate('active')}>
            {t(status === 'invited' ? 'people.inviteAgain' : 'people.enable')}
          </Button>
        )}
        {status !== 'disabled' && (
          <Button
            variant="danger-quiet"
            busy={change.isPending && change.variables === 'disabled'}
            onClick={() => change.mutate('disabled')}
          >
            {t('people.disable')}
          </Button>
        )}
      </div>
    </div>
  );
}
