import { newId } from '../../src/shared/ids.js';
import { asOwner, insertRows, type Shop } from '../support/shop.js';

export interface PastSale {
  productId: string;
  quantity: string;
  unit?: string;
  factor?: string;
  lineTotal?: string;
  /** What a buyer tier or a trade code took off. */
  discountPercent?: string;
  source?: 'national' | 'state' | 'company';
  companyId?: string;
  stateCode?: string;
  status?: string;
  daysAgo?: number;
}

/** Orders of one line each, as if they had been placed in the past. */
export async function soldBefore(shop: Shop, ...sales: PastSale[]): Promise<void> {
  await asOwner(async (owner) => {
    for (const sale of sales) {
      const { productId, quantity, unit = 'bag', factor = '1', lineTotal = '100.00', source = 'national' } = sale;
      const { companyId = shop.companyId, stateCode = 'TX', status = 'confirmed', daysAgo = 10 } = sale;
      const { discountPercent = null } = sale;
      const id = newId();
      await insertRows(owner, shop.tenantId, 'orders."order"', [
        {
          ...{ id, number: id.slice(-8), company_id: companyId, company_name: 'Somebody', buyer_id: shop.buyerId },
          ...{ buyer_name: 'Somebody', buyer_email: 'some@body.example', status, payment_status: 'unpaid' },
          ...{ fulfilment_status: 'unfulfilled', placed_at: new Date(Date.now() - daysAgo * 86_400_000) },
          ...{ currency: 'USD', address: {}, state_code: stateCode, payment_method: 'bank_transfer' },
          ...{ payment_terms: 'net30', subtotal: lineTotal, tax: '0', freight: '0', total: lineTotal },
        },
      ]);
      await insertRows(owner, shop.tenantId, 'orders.order_line', [
        {
          ...{ order_id: id, line_no: 1, product_id: productId, sku: 'X', name: 'X', unit, unit_name: unit, factor },
          ...{
            quantity,
            base_quantity: String(Number(quantity) * Number(factor)),
            unit_price: '1',
            line_total: lineTotal,
          },
          ...{ source, source_label: 'list', badge: { discountPercent }, trace: {} },
        },
      ]);
    }
  });
}
