import { useState, type FormEvent, type ReactNode } from 'react';
import { Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, Field, TextInput } from '@tradeyard/design-system';
import { api } from '../../shared/api';
import { Gate } from './gate';

/** Asks for a link to choose a new password; answers the same whoever the address belongs to. */
export default function ForgotPage(): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const [email, setEmail] = useState('');
  const [state, setState] = useState<'idle' | 'busy' | 'sent'>('idle');
  const [error, setError] = useState('');
  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setState('busy');
    setError('');
    try {
      await api.data(api.http.POST('/api/v1/auth/password-reset', { body: { email: email.trim() } }));
      setState('sent');
    } catch (cause) {
      setError(refusal(cause));
      setState('idle');
    }
  };
  return (
    <Gate title={t('login.forgotTitle')} text={t('login.forgotText')}>
      <form onSubmit={(event) => void ask(event)}>
        {error && <Alert meaning="danger" title={error} assertive />}
        {state === 'sent' && (
          <Alert meaning="success" title={t('login.sent', { email: email.trim() })} assertive>
            {t('login.sentText')}
          </Alert>
        )}
        <Field label={t('login.email')}>
          <TextInput
            icon={Mail}
            type="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            required
          />
        </Field>
        <Button variant="primary" size="lg" type="submit" block busy={state === 'busy'}>
          {t('login.sendLink')}
        </Button>
        <p className="small">
          <Link className="link" to="/login">
            {t('login.back')}
          </Link>
        </p>
      </form>
    </Gate>
  );
}
