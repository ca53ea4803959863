import type { ReactNode } from 'react';
import { ForgotPage } from '../../features/login/forgot-page';

/** `/forgot` */
export default function ForgotRoute(): ReactNode {
  return <ForgotPage />;
}
