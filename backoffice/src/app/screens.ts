import type { ComponentType } from 'react';
import {
  BadgePercent,
  Boxes,
  Coins,
  CalendarDays,
  FileDiff,
  FileSignature,
  FileUp,
  FlaskConical,
  History,
  Inbox,
  LayoutDashboard,
  ListTree,
  Package,
  Ruler,
  ShieldCheck,
  ShoppingCart,
  Store,
  Table2,
  Users,
  Warehouse,
} from 'lucide-react';
import type { IconType } from '@tradeyard/design-system';
import type { StaffPermission } from '../shared/session';

export interface Screen {
  /** Below /backoffice; react-router's patterns. */
  path: string;
  /** Who may go there. */
  permission: StaffPermission;
  load: () => Promise<{ default: ComponentType }>;
  /** Where it stands in the side bar; absent: reached from another screen only. */
  nav?: {
    group: 'work' | 'catalogue' | 'prices' | 'company';
    labelKey: string;
    icon: IconType;
    /** The second key after G. */
    key?: string;
    /** Which of the open work counts stands beside it. */
    count?: 'toConfirm' | 'toShip' | 'outOfStock' | 'waitingForMe';
  };
}

/** Every screen there is, in the order of the side bar. */
export const screens: readonly Screen[] = [
  {
    path: 'today',
    permission: 'order.read',
    load: () => import('../features/dashboard/dashboard-page'),
    nav: { group: 'work', labelKey: 'dashboard.title', icon: LayoutDashboard, key: 'd' },
  },
  {
    path: 'orders',
    permission: 'order.read',
    load: () => import('../features/orders/orders-page'),
    nav: { group: 'work', labelKey: 'orders.title', icon: Inbox, key: 'o', count: 'toConfirm' },
  },
  { path: 'orders/:id', permission: 'order.read', load: () => import('../features/orders/order-page') },
  {
    path: 'carts',
    permission: 'order.read',
    load: () => import('../features/carts/carts-page'),
    nav: { group: 'work', labelKey: 'carts.title', icon: ShoppingCart },
  },
  { path: 'carts/:id', permission: 'order.read', load: () => import('../features/carts/cart-page') },
  {
    path: 'products',
    permission: 'product.read',
    load: () => import('../features/products/products-page'),
    nav: { group: 'catalogue', labelKey: 'products.title', icon: Package, key: 'p' },
  },
  { path: 'products/:id', permission: 'product.read', load: () => import('../features/products/product-page') },
  {
    path: 'categories',
    permission: 'product.read',
    load: () => import('../features/places/categories-page'),
    nav: { group: 'catalogue', labelKey: 'places.categories', icon: ListTree },
  },
  {
    path: 'stock',
    permission: 'stock.read',
    load: () => import('../features/stock/stock-page'),
    nav: { group: 'catalogue', labelKey: 'stock.title', icon: Boxes, key: 's', count: 'outOfStock' },
  },
  {
    path: 'branches',
    permission: 'stock.read',
    load: () => import('../features/places/branches-page'),
    nav: { group: 'catalogue', labelKey: 'places.branches', icon: Warehouse },
  },
  {
    path: 'imports',
    permission: 'import.run',
    load: () => import('../features/imports/imports-page'),
    nav: { group: 'catalogue', labelKey: 'imports.title', icon: FileUp, key: 'i' },
  },
  { path: 'imports/:id', permission: 'import.run', load: () => import('../features/imports/import-page') },
  {
    path: 'companies',
    permission: 'company.read',
    load: () => import('../features/companies/companies-page'),
    nav: { group: 'work', labelKey: 'companies.title', icon: Store, key: 'c' },
  },
  { path: 'companies/:id', permission: 'company.read', load: () => import('../features/companies/company-page') },
  {
    path: 'prices',
    permission: 'price.read',
    load: () => import('./prices-screen'),
    nav: { group: 'prices', labelKey: 'prices.title', icon: Table2, key: 't' },
  },
  {
    path: 'prices/revisions',
    permission: 'price.read',
    load: () => import('../features/revisions/revisions-page'),
    nav: { group: 'prices', labelKey: 'revisions.title', icon: FileDiff, key: 'v', count: 'waitingForMe' },
  },
  {
    path: 'prices/revisions/:tableId/:id',
    permission: 'price.read',
    load: () => import('../features/revisions/revision-page'),
  },
  {
    path: 'prices/calendar',
    permission: 'price.read',
    load: () => import('../features/revisions/calendar-page'),
    nav: { group: 'prices', labelKey: 'revisions.calendar.title', icon: CalendarDays },
  },
  { path: 'prices/tables', permission: 'price.read', load: () => import('../features/prices/tables-page') },
  {
    path: 'prices/contracts',
    permission: 'price.read',
    load: () => import('../features/companies/contracts-page'),
    nav: { group: 'prices', labelKey: 'contracts.all', icon: FileSignature },
  },
  {
    path: 'prices/discounts',
    permission: 'price.read',
    load: () => import('../features/discounts/tiers-page'),
    nav: { group: 'prices', labelKey: 'discounts.title', icon: BadgePercent },
  },
  { path: 'prices/discounts/codes', permission: 'price.read', load: () => import('../features/discounts/codes-page') },
  {
    path: 'prices/costs',
    permission: 'cost.read',
    load: () => import('../features/costs/costs-page'),
    nav: { group: 'prices', labelKey: 'costs.title', icon: Coins },
  },
  { path: 'prices/costs/floors', permission: 'cost.read', load: () => import('../features/costs/floors-page') },
  { path: 'prices/costs/settings', permission: 'price.read', load: () => import('../features/costs/settings-page') },
  {
    path: 'prices/simulator',
    permission: 'price.read',
    load: () => import('../features/simulator/simulator-page'),
    nav: { group: 'prices', labelKey: 'simulator.title', icon: FlaskConical },
  },
  {
    path: 'explain',
    permission: 'price.read',
    load: () => import('../features/explain/explain-page'),
    nav: { group: 'prices', labelKey: 'explain.title', icon: Ruler, key: 'e' },
  },
  {
    path: 'staff',
    permission: 'staff.read',
    load: () => import('../features/staff/staff-page'),
    nav: { group: 'company', labelKey: 'staff.title', icon: Users },
  },
  {
    path: 'roles',
    permission: 'role.read',
    load: () => import('../features/roles/roles-page'),
    nav: { group: 'company', labelKey: 'roles.title', icon: ShieldCheck, key: 'r' },
  },
  {
    path: 'audit',
    permission: 'audit.read',
    load: () => import('../features/audit/audit-page'),
    nav: { group: 'company', labelKey: 'audit.title', icon: History },
  },
];
