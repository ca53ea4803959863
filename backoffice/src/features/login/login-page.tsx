import { useState, type FormEvent, type ReactNode } from 'react';
import { Lock, Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router-dom';
import { useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, Field, PasswordInput, TextInput } from '@tradeyard/design-system';
import { api } from '../../shared/api';
import { useSession } from '../../shared/session';
import { Gate } from './gate';

/** A path of this app; anything else leads home. */
const ownPath = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');

/** Signs staff in and leads them where they were going. */
export default function LoginPage(): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const [params] = useSearchParams();
  const { status } = useSession();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  if (status === 'signed-in') return <Navigate to={ownPath(params.get('next'))} replace />;

  const signIn = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError('');
    try {
      await api.session.signIn(email.trim(), password);
    } catch (cause) {
      setError(refusal(cause));
      setBusy(false);
    }
  };
  return (
    <Gate title={t('login.title')} text={t('login.text')}>
      <form onSubmit={(event) => void signIn(event)}>
        {error && <Alert meaning="danger" title={error} assertive />}
        <Field label={t('login.email')}>
          <TextInput
            icon={Mail}
            type="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            autoFocus
            required
          />
        </Field>
        <Field label={t('login.password')}>
          <PasswordInput
            icon={Lock}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            showLabel={t('login.show')}
            hideLabel={t('login.hide')}
            required
          />
        </Field>
        <Button variant="primary" size="lg" type="submit" block busy={busy}>
          {t('login.signIn')}
        </Button>
        <p className="small row between wrap g4">
          <Link className="link" to="/forgot">
            {t('login.forgot')}
          </Link>
          <a className="link" href="/login">
            {t('login.buyers')}
          </a>
        </p>
      </form>
    </Gate>
  );
}
