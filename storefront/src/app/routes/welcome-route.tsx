import type { ReactNode } from 'react';
import { WelcomePage } from '../../features/login/welcome-page';

/** `/welcome` */
export default function WelcomeRoute(): ReactNode {
  return <WelcomePage />;
}
