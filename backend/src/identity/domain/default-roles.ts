import { type Permission, permissionsOf, type Side } from '../../shared/permissions.js';

/** A role every tenant starts with; admins may change what it permits and what it is called, never delete it. */
export interface DefaultRole {
  readonly code: string;
  readonly side: Side;
  readonly name: { readonly en: string; readonly 'pt-BR': string };
  readonly permissions: readonly Permission[];
}

/** The code of the role that is above the others: whoever holds it may grant anything. */
export const ownerCode = 'owner';

/** What gives rights back once they are lost, so the owner's role never goes without. */
export const ownersCore: readonly Permission[] = ['role.read', 'role.edit', 'staff.read', 'staff.edit'];

/** The roles of a new tenant. */
export const defaultRoles: readonly DefaultRole[] = [
  { code: ownerCode, side: 'staff', name: { en: 'Owner', 'pt-BR': 'Dono' }, permissions: permissionsOf('staff') },
  {
    code: 'sales_manager',
    side: 'staff',
    name: { en: 'Sales manager', 'pt-BR': 'Gerente de vendas' },
    permissions: [
      'order.read',
      'order.confirm',
      'order.reject',
      'order.cancel',
      'order.ship',
      'order.deliver',
      'payment.record',
      'product.read',
      'product.edit',
      'stock.read',
      'price.read',
      'price.edit',
      'price.publish',
      'price.override_floor',
      'cost.read',
      'cost.edit',
      'company.read',
      'company.edit',
      'import.run',
      'staff.read',
      'role.read',
      'audit.read',
    ],
  },
  {
    code: 'sales_rep',
    side: 'staff',
    name: { en: 'Sales rep', 'pt-BR': 'Vendedor' },
    permissions: [
      'order.read',
      'order.confirm',
      'order.reject',
      'order.cancel',
      'product.read',
      'stock.read',
      'price.read',
      'company.read',
    ],
  },
  {
    code: 'fulfilment',
    side: 'staff',
    name: { en: 'Fulfilment', 'pt-BR': 'Expedição' },
    permissions: ['order.read', 'order.ship', 'order.deliver', 'product.read', 'stock.read', 'stock.edit'],
  },
  {
    code: 'read_only',
    side: 'staff',
    name: { en: 'Read-only', 'pt-BR': 'Somente leitura' },
    permissions: ['order.read', 'product.read', 'stock.read', 'price.read', 'company.read', 'staff.read', 'role.read'],
  },
  {
    code: 'company_admin',
    side: 'buyer',
    name: { en: 'Company admin', 'pt-BR': 'Administrador da empresa' },
    permissions: permissionsOf('buyer'),
  },
  {
    code: 'purchaser',
    side: 'buyer',
    name: { en: 'Purchaser', 'pt-BR': 'Comprador' },
    permissions: ['catalogue.view', 'cart.edit', 'order.place', 'order.view', 'order.cancel_own', 'company.view'],
  },
  {
    code: 'approver',
    side: 'buyer',
    name: { en: 'Approver', 'pt-BR': 'Aprovador' },
    permissions: ['catalogue.view', 'order.view', 'company.view'],
  },
  {
    code: 'viewer',
    side: 'buyer',
    name: { en: 'Viewer', 'pt-BR': 'Consulta' },
    permissions: ['catalogue.view', 'order.view', 'company.view'],
  },
];
