import { lazy, Suspense, type ReactNode } from 'react';
import { useSession } from '../shared/session';

const SessionEndedDialog = lazy(() => import('./session-ended-dialog'));

/** Asks for the password again once a session has ended. */
export function SessionEnded(): ReactNode {
  const { status, user } = useSession();
  if (status !== 'ended' || !user) return null;
  return (
    <Suspense fallback={null}>
      <SessionEndedDialog user={user} />
    </Suspense>
  );
}
