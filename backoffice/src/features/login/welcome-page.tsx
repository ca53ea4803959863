import { useState, type FormEvent, type ReactNode } from 'react';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router-dom';
import { useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, Field, PasswordInput } from '@tradeyard/design-system';
import { api } from '../../shared/api';
import { Gate } from './gate';

const SHORTEST = 10;

/** Where a mailed link leads: choosing a password, once. */
export default function WelcomePage(): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const [params] = useSearchParams();
  const token = params.get('token') ?? '';
  const [password, setPassword] = useState('');
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');
  const [error, setError] = useState('');
  const choose = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setState('busy');
    setError('');
    try {
      await api.data(api.http.POST('/api/v1/auth/password', { body: { token, password } }));
      setState('done');
    } catch (cause) {
      setError(refusal(cause));
      setState('idle');
    }
  };
  return (
    <Gate title={t('login.welcomeTitle')} text={t('login.welcomeText')}>
      {state === 'done' ? (
        <Alert
          meaning="success"
          title={t('login.chosen')}
          assertive
          action={
            <Link className="link" to="/login">
              {t('login.signIn')}
            </Link>
          }
        />
      ) : (
        <form onSubmit={(event) => void choose(event)}>
          <Field label={t('login.newPassword')} hint={t('login.passwordRule', { count: SHORTEST })} error={error}>
            <PasswordInput
              icon={Lock}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              showLabel={t('login.show')}
              hideLabel={t('login.hide')}
              autoComplete="new-password"
              minLength={SHORTEST}
              required
            />
          </Field>
          <Button variant="primary" size="lg" type="submit" block busy={state === 'busy'}>
            {t('login.choose')}
          </Button>
        </form>
      )}
    </Gate>
  );
}
