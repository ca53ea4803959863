import { lazy, Suspense, type ReactNode } from 'react';
import { useSession } from '../shared/session';

const SignInAgain = lazy(() => import('./sign-in-again'));

/** When the session ends the page stays, dimmed, behind a request for the password. */
export function SessionEnded(): ReactNode {
  const { status, user } = useSession();
  if (status !== 'ended' || !user) return null;
  return (
    <Suspense fallback={null}>
      <SignInAgain user={user} />
    </Suspense>
  );
}
