import { Inbox, Package, Store } from 'lucide-react';
import type { IconType } from '@tradeyard/design-system';
import { api } from '../shared/api';
import type { StaffPermission } from '../shared/session';

export interface Found {
  id: string;
  label: string;
  detail?: string;
  to: string;
}

export interface PaletteSource {
  id: string;
  permission: StaffPermission;
  headingKey: string;
  icon: IconType;
  /** The few best matches. */
  search: (text: string) => Promise<Found[]>;
}

const FEW = 6;

/** What the palette searches, besides the screens themselves. */
export const paletteSources: readonly PaletteSource[] = [
  {
    id: 'orders',
    permission: 'order.read',
    headingKey: 'palette.orders',
    icon: Inbox,
    search: async (search) => {
      const call = api.http.GET('/api/v1/backoffice/orders', { params: { query: { search, page: 1, pageSize: FEW } } });
      return (await api.data(call)).map(({ id, number, company }) => ({
        id,
        label: number,
        detail: company.name,
        to: `/orders/${id}`,
      }));
    },
  },
  {
    id: 'products',
    permission: 'product.read',
    headingKey: 'palette.products',
    icon: Package,
    search: async (search) => {
      const query = { search, page: 1, pageSize: FEW };
      const call = api.http.GET('/api/v1/backoffice/products', { params: { query } });
      return (await api.data(call)).map(({ id, name, sku }) => ({
        id,
        label: name,
        detail: sku,
        to: `/products/${id}`,
      }));
    },
  },
  {
    id: 'companies',
    permission: 'company.read',
    headingKey: 'palette.companies',
    icon: Store,
    search: async (search) => {
      const query = { search, page: 1, pageSize: FEW };
      const call = api.http.GET('/api/v1/backoffice/companies', { params: { query } });
      return (await api.data(call)).map(({ id, name, taxId }) => ({
        id,
        label: name,
        detail: taxId ?? undefined,
        to: `/companies/${id}`,
      }));
    },
  },
];
