import { useSyncExternalStore } from 'react';
import type { SessionState, SignedInUser } from '@tradeyard/api-client';
import { api } from './api';

/** What a buyer may be allowed to do. */
export type BuyerPermission =
  | 'catalogue.view'
  | 'cart.edit'
  | 'order.place'
  | 'order.view'
  | 'order.cancel_own'
  | 'company.view'
  | 'company.manage';

/** The session as it is now; the caller renders again when it changes. */
export function useSession(): SessionState {
  return useSyncExternalStore(api.session.subscribe, () => api.session.state);
}

/** Whoever is signed in, also while an ended session waits for the password; null for a visitor. */
export function useBuyer(): SignedInUser | null {
  return useSession().user;
}

/** Whether the API would let the buyer do this; the screens hide what it would refuse. */
export function useMay(permission: BuyerPermission): boolean {
  return useSession().user?.permissions.includes(permission) ?? false;
}
