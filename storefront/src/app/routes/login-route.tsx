import type { ReactNode } from 'react';
import { LoginPage } from '../../features/login/login-page';

/** `/login` */
export default function LoginRoute(): ReactNode {
  return <LoginPage />;
}
