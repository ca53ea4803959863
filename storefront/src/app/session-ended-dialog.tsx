import { useState, type FormEvent, type ReactNode } from 'react';
import type { SignedInUser } from '@tradeyard/api-client';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '@tradeyard/app-kit';
import { Button, Dialog, Field, PasswordInput } from '@tradeyard/design-system';
import { api, queryClient } from '../shared/api';

/** The page stays, dimmed, behind a request for the password. */
export default function SessionEndedDialog({ user }: { user: SignedInUser }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');

  const leave = (): void => void api.session.signOut();
  const signIn = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError('');
    try {
      await api.session.signIn(user.email, password);
      setPassword('');
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'tenant' });
    } catch (cause) {
      setError(refusal(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && leave()}
      title={t('sessionEnded.title')}
      description={t('sessionEnded.text')}
      closeLabel={t('sessionEnded.leave')}
      size="sm"
    >
      <form onSubmit={(event) => void signIn(event)} className="col g6">
        <input type="hidden" name="username" autoComplete="username" value={user.email} readOnly />
        <Field label={t('sessionEnded.password', { email: user.email })} error={error}>
          <PasswordInput
            icon={Lock}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            showLabel={t('login.show')}
            hideLabel={t('login.hide')}
            autoFocus
            required
          />
        </Field>
        <div className="row g4 justify-end">
          <Button variant="ghost" onClick={leave}>
            {t('sessionEnded.other', { name: user.name.split(' ')[0] })}
          </Button>
          <Button variant="primary" type="submit" busy={busy}>
            {t('login.signIn')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
