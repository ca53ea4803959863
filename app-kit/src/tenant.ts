import { createContext, useContext } from 'react';

/** The store at this address: its name, brand, currency and place. */
export interface Tenant {
  slug: string;
  name: string;
  currency: string;
  locale: string;
  timeZone: string;
  brandColor: string | null;
  logoUrl: string | null;
  publicPrices: boolean;
  states: { code: string; name: string }[];
}

const TenantContext = createContext<Tenant | null>(null);

/** Lends the store to every screen below. */
export const TenantProvider = TenantContext.Provider;

/** The store; known before the first screen is drawn. */
export function useTenant(): Tenant {
  const tenant = useContext(TenantContext);
  if (!tenant) throw new Error('no store is known here');
  return tenant;
}
