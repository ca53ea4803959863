import { useState, type ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Mail, MailCheck } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { PageTitle, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, Field, TextInput } from '@tradeyard/design-system';
import { api } from '../../shared/api';
import { SignInFrame } from './sign-in-frame';

/** Asks for a link to choose a new password; answers the same whether the address is known or not. */
export function ForgotPage(): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const ask = useMutation({
    mutationFn: (email: string) => api.data(api.http.POST('/api/v1/auth/password-reset', { body: { email } })),
    onSuccess: (_, email) => setSentTo(email),
  });
  const { register, handleSubmit, formState } = useForm<{ email: string }>({ defaultValues: { email: '' } });
  return (
    <SignInFrame>
      <form noValidate onSubmit={(event) => void handleSubmit(({ email }) => ask.mutate(email.trim()))(event)}>
        <div>
          <PageTitle name={t('forgot.title')} />
          <p className="muted mt-2">{t('forgot.text')}</p>
        </div>
        {sentTo && (
          <Alert meaning="success" icon={MailCheck} title={t('forgot.sent')} assertive>
            {t('forgot.sentText', { email: sentTo })}
          </Alert>
        )}
        {ask.isError && <Alert meaning="danger" assertive title={refusal(ask.error)} />}
        <Field label={t('login.email')} error={formState.errors.email && t('login.emailNeeded')}>
          <TextInput
            {...register('email', { required: true, pattern: /.+@.+/ })}
            icon={Mail}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        <Button type="submit" variant="primary" size="lg" block busy={ask.isPending}>
          {t('forgot.send')}
        </Button>
        <p className="small">
          <Link className="link" to="/login">
            {t('forgot.back')}
          </Link>
        </p>
      </form>
    </SignInFrame>
  );
}
