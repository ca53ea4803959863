import { useState, type ReactNode } from 'react';
import { Lock, Mail } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router-dom';
import { PageTitle, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, Field, PasswordInput, TextInput } from '@tradeyard/design-system';
import { api } from '../../shared/api';
import { useSession } from '../../shared/session';
import { placeAfter } from './place-after';
import { SignInFrame } from './sign-in-frame';

interface Credentials {
  email: string;
  password: string;
}

/** Signing in; leads on to where the person was going. */
export function LoginPage(): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const navigate = useNavigate();
  const { status } = useSession();
  const [params] = useSearchParams();
  const next = placeAfter(params.get('next'));
  const [failure, setFailure] = useState<unknown>(null);
  const { register, handleSubmit, formState, resetField, setFocus } = useForm<Credentials>({
    defaultValues: { email: params.get('email') ?? '', password: '' },
  });
  if (status === 'signed-in' && !formState.isSubmitting) return <Navigate to={next} replace />;

  const signIn = async ({ email, password }: Credentials): Promise<void> => {
    setFailure(null);
    try {
      await api.session.signIn(email.trim(), password);
      void navigate(next, { replace: true });
    } catch (error) {
      setFailure(error);
      resetField('password');
      setFocus('password');
    }
  };
  const { errors } = formState;
  return (
    <SignInFrame>
      <form noValidate onSubmit={(event) => void handleSubmit(signIn)(event)}>
        <div>
          <PageTitle name={t('login.title')} />
          <p className="muted mt-2">{t('login.text')}</p>
        </div>
        {params.get('welcome') && !failure && <Alert meaning="success" title={t('login.passwordChosen')} />}
        {failure !== null && <Alert meaning="danger" assertive title={refusal(failure)} />}
        <Field label={t('login.email')} error={errors.email && t('login.emailNeeded')}>
          <TextInput
            {...register('email', { required: true })}
            icon={Mail}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        <div className="pw-label">
          <Field label={t('login.password')} error={errors.password && t('login.passwordNeeded')}>
            <PasswordInput
              {...register('password', { required: true })}
              icon={Lock}
              showLabel={t('login.show')}
              hideLabel={t('login.hide')}
            />
          </Field>
          <Link className="link forgot" to="/forgot">
            {t('login.forgot')}
          </Link>
        </div>
        <Button type="submit" variant="primary" size="lg" block busy={formState.isSubmitting}>
          {t('login.signIn')}
        </Button>
        <p className="small muted">{t('login.invite')}</p>
      </form>
    </SignInFrame>
  );
}
