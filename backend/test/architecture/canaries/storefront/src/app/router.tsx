import '../features/cart/cart-page';
export const router = 1;
