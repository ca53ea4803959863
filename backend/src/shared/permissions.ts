/** Everything a person may be allowed to do, with the side it belongs to; roles are data made of these words. */
export const permissions = {
  'order.read': 'staff',
  'order.confirm': 'staff',
  'order.reject': 'staff',
  'order.cancel': 'staff',
  'order.ship': 'staff',
  'order.deliver': 'staff',
  'payment.record': 'staff',
  'product.read': 'staff',
  'product.edit': 'staff',
  'stock.read': 'staff',
  'stock.edit': 'staff',
  'price.read': 'staff',
  'price.edit': 'staff',
  'price.publish': 'staff',
  'price.override_floor': 'staff',
  'cost.read': 'staff',
  'cost.edit': 'staff',
  'company.read': 'staff',
  'company.edit': 'staff',
  'import.run': 'staff',
  'staff.read': 'staff',
  'staff.edit': 'staff',
  'role.read': 'staff',
  'role.edit': 'staff',
  'audit.read': 'staff',
  'tenant.edit': 'staff',
  'catalogue.view': 'buyer',
  'cart.edit': 'buyer',
  'order.place': 'buyer',
  'order.view': 'buyer',
  'order.cancel_own': 'buyer',
  'company.view': 'buyer',
  'company.manage': 'buyer',
} as const satisfies Record<string, 'staff' | 'buyer'>;

export type Permission = keyof typeof permissions;
export type Side = 'staff' | 'buyer';

export const permissionsOf = (side: Side): Permission[] =>
  (Object.keys(permissions) as Permission[]).filter((permission) => permissions[permission] === side);
