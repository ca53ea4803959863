import type { Api } from '../support/api.js';
import { aShop, aToken, type Shop } from '../support/shop.js';

/** What every route of the backoffice refuses: strangers, buyers, staff without the permission, and other tenants. */
export async function strangersRefused(
  api: Api,
  shop: Shop,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, number>> {
  const other = await aShop();
  const withoutRights = aToken({ tenantId: shop.tenantId, sub: shop.staffId, kind: 'staff', permissions: [] });
  const [nobody, buyer, staff, foreigner] = await Promise.all([
    api.call(shop, null, method, path, body),
    api.call(shop, shop.token, method, path, body),
    api.call(shop, withoutRights, method, path, body),
    api.call(other, other.staffToken, method, path, body),
  ]);
  return { nobody: nobody.status, buyer: buyer.status, staff: staff.status, foreigner: foreigner.status };
}
