import type { ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { PageTitle, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, Field, PasswordInput } from '@tradeyard/design-system';
import { api } from '../../shared/api';
import { SignInFrame } from './sign-in-frame';

const SHORTEST = 10;

/** Choosing a password with a mailed link: an invitation's or a reset's. */
export function WelcomePage(): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const navigate = useNavigate();
  const token = useSearchParams()[0].get('token') ?? '';
  const { register, handleSubmit, formState } = useForm<{ password: string }>({ defaultValues: { password: '' } });
  const choose = useMutation({
    mutationFn: (password: string) => api.data(api.http.POST('/api/v1/auth/password', { body: { token, password } })),
    onSuccess: ({ email, kind }) => {
      if (kind === 'staff') location.assign(`/backoffice/login?email=${encodeURIComponent(email)}`);
      else void navigate(`/login?welcome=1&email=${encodeURIComponent(email)}`, { replace: true });
    },
  });
  return (
    <SignInFrame>
      <form noValidate onSubmit={(event) => void handleSubmit(({ password }) => choose.mutate(password))(event)}>
        <div>
          <PageTitle name={t('welcome.title')} />
          <p className="muted mt-2">{t('welcome.text')}</p>
        </div>
        {!token && (
          <Alert meaning="warning" title={t('welcome.noToken')}>
            <Link className="link" to="/forgot">
              {t('welcome.askAgain')}
            </Link>
          </Alert>
        )}
        {choose.isError && (
          <Alert meaning="danger" assertive title={refusal(choose.error)}>
            <Link className="link" to="/forgot">
              {t('welcome.askAgain')}
            </Link>
          </Alert>
        )}
        <Field
          label={t('welcome.password')}
          hint={t('welcome.rule', { count: SHORTEST })}
          error={formState.errors.password && t('welcome.short', { count: SHORTEST })}
        >
          <PasswordInput
            {...register('password', { required: true, minLength: SHORTEST })}
            icon={Lock}
            autoComplete="new-password"
            showLabel={t('login.show')}
            hideLabel={t('login.hide')}
          />
        </Field>
        <Button type="submit" variant="primary" size="lg" block busy={choose.isPending} disabled={!token}>
          {t('welcome.save')}
        </Button>
      </form>
    </SignInFrame>
  );
}
