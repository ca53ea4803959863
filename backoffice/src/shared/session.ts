import { useSyncExternalStore } from 'react';
import type { SessionState, SignedInUser } from '@tradeyard/api-client';
import { api } from './api';

/** What staff may be allowed to do. */
export type StaffPermission =
  | 'order.read'
  | 'order.confirm'
  | 'order.reject'
  | 'order.cancel'
  | 'order.ship'
  | 'order.deliver'
  | 'payment.record'
  | 'product.read'
  | 'product.edit'
  | 'stock.read'
  | 'stock.edit'
  | 'price.read'
  | 'price.edit'
  | 'price.publish'
  | 'price.override_floor'
  | 'cost.read'
  | 'cost.edit'
  | 'company.read'
  | 'company.edit'
  | 'import.run'
  | 'staff.read'
  | 'staff.edit'
  | 'role.read'
  | 'role.edit'
  | 'audit.read'
  | 'tenant.edit';

/** The session as it is now; the caller renders again when it changes. */
export function useSession(): SessionState {
  return useSyncExternalStore(api.session.subscribe, () => api.session.state);
}

/** Whoever is signed in, also while an ended session waits for the password; null for a stranger. */
export function useStaff(): SignedInUser | null {
  return useSession().user;
}

/** Whether the API would let this person do something; the screens hide what it would refuse. */
export function useMay(): (permission: StaffPermission) => boolean {
  const { user } = useSession();
  return (permission) => user?.permissions.includes(permission) ?? false;
}
