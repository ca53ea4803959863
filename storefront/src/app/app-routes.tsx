import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router-dom';
import { useTenant } from '@tradeyard/app-kit';
import { ToastProvider } from '@tradeyard/design-system';
import { Guard } from './guard';
import { NotFound } from './not-found';
import { SessionEnded } from './session-ended';
import { Shell } from './shell/shell';

const CatalogueRoute = lazy(() => import('./routes/catalogue-route'));
const ProductRoute = lazy(() => import('./routes/product-route'));
const CartRoute = lazy(() => import('./routes/cart-route'));
const QuickOrderRoute = lazy(() => import('./routes/quick-order-route'));
const ListsRoute = lazy(() => import('./routes/lists-route'));
const ListRoute = lazy(() => import('./routes/list-route'));
const OrdersRoute = lazy(() => import('./routes/orders-route'));
const OrderRoute = lazy(() => import('./routes/order-route'));
const PlacedRoute = lazy(() => import('./routes/placed-route'));
const AccountRoute = lazy(() => import('./routes/account-route'));
const LoginRoute = lazy(() => import('./routes/login-route'));
const ForgotRoute = lazy(() => import('./routes/forgot-route'));
const WelcomeRoute = lazy(() => import('./routes/welcome-route'));

/** Every address of the storefront and who may go there. */
export function AppRoutes(): ReactNode {
  const { t } = useTranslation();
  const { publicPrices } = useTenant();
  return (
    <ToastProvider label={t('shell.messages')}>
      <Suspense fallback={null}>
        <Routes>
          <Route path="login" element={<LoginRoute />} />
          <Route path="forgot" element={<ForgotRoute />} />
          <Route path="welcome" element={<WelcomeRoute />} />
          <Route element={<Shell />}>
            <Route element={<Guard permission="catalogue.view" visitors={publicPrices} />}>
              <Route index element={<CatalogueRoute />} />
              <Route path="products/:key" element={<ProductRoute />} />
            </Route>
            <Route element={<Guard permission="cart.edit" />}>
              <Route path="cart" element={<CartRoute />} />
              <Route path="quick-order" element={<QuickOrderRoute />} />
              <Route path="lists" element={<ListsRoute />} />
              <Route path="lists/:id" element={<ListRoute />} />
            </Route>
            <Route element={<Guard permission="order.view" />}>
              <Route path="orders" element={<OrdersRoute />} />
              <Route path="orders/:id" element={<OrderRoute />} />
              <Route path="orders/:id/placed" element={<PlacedRoute />} />
            </Route>
            <Route element={<Guard />}>
              <Route path="account" element={<AccountRoute />} />
            </Route>
            <Route path="*" element={<NotFound />} />
          </Route>
        </Routes>
      </Suspense>
      <SessionEnded />
    </ToastProvider>
  );
}
