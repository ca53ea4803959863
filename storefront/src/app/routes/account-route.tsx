import type { ReactNode } from 'react';
import { AccountPage } from '../../features/account/account-page';

/** `/account` */
export default function AccountRoute(): ReactNode {
  return <AccountPage />;
}
