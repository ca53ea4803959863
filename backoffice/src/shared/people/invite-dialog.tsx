import type { ReactNode } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { languageOf, languages, useTenant } from '@tradeyard/app-kit';
import { Button, Dialog, Field, PasswordInput, Select, TextInput } from '@tradeyard/design-system';
import { FormProblem } from '../form/form-problem';
import { useFormSave } from '../form/use-form-save';
import type { Role } from './people.queries';
import { RoleChoice } from './role-choice';

export interface Invitation {
  name: string;
  email: string;
  roles: string[];
  locale: 'en' | 'pt-BR';
  password?: string;
}

/** Lets somebody in: with an invitation by e-mail, or with a password where `mayChoosePassword`. */
export function InviteDialog({
  title,
  roles,
  mayChoosePassword,
  onInvite,
  onClose,
}: {
  title: string;
  roles: readonly Role[];
  mayChoosePassword?: boolean;
  onInvite: (invitation: Invitation) => Promise<unknown>;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { locale } = useTenant();
  const form = useForm({
    defaultValues: { name: '', email: '', roles: [] as string[], locale: languageOf(locale), password: '' },
  });
  const save = useFormSave(
    form,
    async ({ password, ...person }) => {
      if (person.roles.length === 0) {
        form.setError('roles', { message: t('people.chooseRole') });
        return;
      }
      await onInvite({ ...person, ...(password && { password }) });
      onClose();
    },
    { 'member.email_taken': 'email', 'role.beyond_own_rights': 'roles', 'role.unknown': 'roles' },
  );
  const { errors } = form.formState;
  const { roles: chosen, locale: spoken, password } = useWatch({ control: form.control });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={mayChoosePassword ? t('people.inviteOrPassword') : t('people.inviteText')}
      closeLabel={t('list.close')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('list.cancel')}
          </Button>
          <Button variant="primary" type="submit" form="invite" busy={save.busy}>
            {password ? t('people.add') : t('people.invite')}
          </Button>
        </>
      }
    >
      <form id="invite" noValidate onSubmit={save.submit} className="col g6">
        <FormProblem>{save.problem}</FormProblem>
        <Field label={t('people.name')} error={errors.name?.message} required>
          <TextInput
            autoFocus
            {...form.register('name', { required: t('form.required') })}
            maxLength={120}
            autoComplete="off"
          />
        </Field>
        <Field label={t('people.email')} error={errors.email?.message} required>
          <TextInput
            {...form.register('email', { required: t('form.required') })}
            type="email"
            maxLength={254}
            autoComplete="off"
          />
        </Field>
        <RoleChoice
          roles={roles}
          chosen={chosen ?? []}
          onChange={(ids) => {
            form.clearErrors('roles');
            form.setValue('roles', ids);
          }}
          error={errors.roles?.message}
        />
        <Field label={t('people.language')}>
          <Select
            items={languages.map(({ code, name }) => ({ value: code, label: name }))}
            value={spoken}
            onChange={(value) => form.setValue('locale', languageOf(value))}
          />
        </Field>
        {mayChoosePassword && (
          <Field
            label={t('people.password')}
            aside={t('list.optional')}
            hint={t('people.passwordHint')}
            error={errors.password?.message}
          >
            <PasswordInput
              {...form.register('password', { minLength: { value: 10, message: t('form.refused.password') } })}
              autoComplete="new-password"
              showLabel={t('login.show')}
              hideLabel={t('login.hide')}
            />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
