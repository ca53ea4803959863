import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { LoadFailed, PageTitle, useDelayed, useFormats, useRefusal } from '@tradeyard/app-kit';
import {
  Alert,
  Button,
  IconButton,
  Menu,
  MenuItem,
  Panel,
  SkeletonRows,
  StockStatus,
  useToast,
} from '@tradeyard/design-system';
import { BackLink, PageHeader, PageSheets } from '../../shared/list/page-frame';
import { useMay } from '../../shared/session';
import { ProductFacts } from './product-facts';
import { ProductForm, PRODUCT_FORM } from './product-fields';
import { ProductImages } from './product-images';
import { ProductPrices } from './product-prices';
import { ProductState } from './product-status';
import { productQuery, useProductChange, type Product } from './products.queries';
import './product.css';

/** One product: what it is, how it is sold, its pictures, and what each branch has of it. */
export default function ProductPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const { id = '' } = useParams();
  const isNew = id === 'new';
  const { data: product, error, isFetching, refetch } = useQuery({ ...productQuery(id), enabled: !isNew });
  const waiting = useDelayed(!isNew && !product && !error);
  const [busy, setBusy] = useState(false);
  const [changed, setChanged] = useState(false);
  const mayEdit = may('product.edit');
  return (
    <>
      <PageHeader
        title={
          <>
            <BackLink to="/products" label={t('products.back')} />
            <PageTitle name={product?.name ?? (isNew ? t('products.newTitle') : t('products.title'))} />
            {product && <ProductState status={product.status} />}
          </>
        }
        actions={
          mayEdit &&
          (isNew || product) && (
            <>
              {changed && <span className="small muted">{t('form.unsaved')}</span>}
              <Button variant="primary" type="submit" form={PRODUCT_FORM} busy={busy}>
                {isNew ? t('products.create') : t('list.save')}
              </Button>
              {product && <ProductMenu product={product} />}
            </>
          )
        }
      />
      <PageSheets>
        {error && (
          <LoadFailed
            error={error}
            title={t('products.oneFailed')}
            retrying={isFetching}
            onRetry={() => void refetch()}
            action={
              <Link className="link" to="/products">
                {t('products.back')}
              </Link>
            }
          />
        )}
        {waiting && <SkeletonRows rows={10} columns={['1fr', '200px']} />}
        {(isNew || product) && (
          <div className="product-sheets">
            {mayEdit ? (
              <ProductForm
                // Another product is another form.
                key={product?.id ?? 'new'}
                product={product ?? null}
                onBusy={setBusy}
                onChanged={setChanged}
                onMade={(made) => void navigate(`/products/${made}`, { replace: true })}
              />
            ) : (
              product && <ProductFacts product={product} />
            )}
            <div className="product-side">
              {product ? (
                <>
                  <ProductImages product={product} readOnly={!mayEdit} />
                  <Availability product={product} />
                  {may('price.read') && <ProductPrices product={product} />}
                </>
              ) : (
                <Alert title={t('products.imagesLater')} />
              )}
            </div>
          </div>
        )}
      </PageSheets>
    </>
  );
}

function ProductMenu({ product }: { product: Product }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const refusal = useRefusal();
  const change = useProductChange();
  const archived = product.status === 'archived';
  const fail = (error: Error): void => toast.show({ message: refusal(error) });
  const restore = (status: Product['status']): void =>
    change.mutate({ kind: 'change', id: product.id, body: { status } }, { onError: fail });
  const archive = (): void =>
    change.mutate(
      { kind: 'archive', id: product.id },
      {
        onError: fail,
        onSuccess: () =>
          toast.show({
            message: t('products.archived', { name: product.name }),
            undo: { label: t('shortcuts.undo'), onUndo: () => restore(product.status) },
          }),
      },
    );
  return (
    <Menu align="end" trigger={<IconButton variant="secondary" icon={Ellipsis} label={t('orders.more')} />}>
      {archived ? (
        <MenuItem icon={ArchiveRestore} onSelect={() => restore('active')}>
          {t('products.restore')}
        </MenuItem>
      ) : (
        <MenuItem icon={Archive} danger onSelect={archive}>
          {t('products.archive')}
        </MenuItem>
      )}
    </Menu>
  );
}

function Availability({ product }: { product: Product }): ReactNode {
  const unit = product.units.find(({ code }) => code === product.baseUnit)?.name ?? product.baseUnit;
  const { t } = useTranslation();
  const { amount } = useFormats();
  const may = useMay();
  return (
    <Panel
      title={t('products.columns.available')}
      flush
      actions={
        may('stock.read') && (
          <Link className="link small" to={`/stock?search=${encodeURIComponent(product.sku)}`}>
            {t('products.toStock')}
          </Link>
        )
      }
    >
      {product.availability.branches.length === 0 && <p className="muted p-panel">{t('products.noStock')}</p>}
      <ul className="product-stock">
        {product.availability.branches.map(({ code, name, available }) => (
          <li key={code}>
            <span>{name}</span>
            <StockStatus state={/^-|^0*(\.0*)?$/.test(available) ? 'out' : 'in_stock'}>
              {amount(available, unit)}
            </StockStatus>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
