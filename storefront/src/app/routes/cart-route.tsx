import type { ReactNode } from 'react';
import { CartPage } from '../../features/cart/cart-page';
import { CheckoutPanel } from '../../features/checkout/checkout-panel';

/** `/cart`: the lines, and beside them the checkout */
export default function CartRoute(): ReactNode {
  return <CartPage checkout={(cart) => <CheckoutPanel cart={cart} />} />;
}
