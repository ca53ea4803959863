import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { LoadFailed, PageTitle, useDelayed } from '@tradeyard/app-kit';
import { classNames, Crumbs, IconButton, Skeleton, Thumb, useToast } from '@tradeyard/design-system';
import { usePriceState } from '../../shared/quotes';
import type { ProductDetail } from '../../shared/views';
import { BuyPanel } from './buy-panel';
import { productQuery } from '../../shared/product.queries';
import './product.css';
import { StockTable } from './stock-table';

/** One product: what it is, where it lies, and the column that carries every decision. */
export function ProductPage({ productKey }: { productKey: string }): ReactNode {
  const { t } = useTranslation();
  const stateCode = usePriceState();
  const product = useQuery({ ...productQuery(productKey, stateCode ?? ''), enabled: stateCode !== null });
  const skeleton = useDelayed(product.isPending);
  if (product.data) return <Shown product={product.data} />;
  return (
    <div className="page">
      {product.isError ? (
        <div className="panel my-6">
          <PageTitle name={t('product.failed')} className="sr" />
          <LoadFailed
            error={product.error}
            title={t('product.failed')}
            retrying={product.isFetching}
            onRetry={() => void product.refetch()}
            action={
              <Link className="link" to="/">
                {t('shell.allProducts')}
              </Link>
            }
          />
        </div>
      ) : (
        skeleton && (
          <div className="product-pg" aria-busy="true">
            <div className="top">
              <Skeleton height={340} />
              <div>
                <Skeleton width="30%" />
                <Skeleton width="80%" height={28} className="mt-3" />
                <Skeleton width="60%" className="mt-4" />
              </div>
            </div>
            <Skeleton height={420} />
          </div>
        )
      )}
    </div>
  );
}

function Shown({ product }: { product: ProductDetail }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const facts = Object.entries(product.attributes);
  return (
    <div className="page">
      <div className="crumb-row">
        <Crumbs
          label={t('shell.crumbs')}
          onNavigate={(href) => void navigate(href)}
          items={[
            { label: t('shell.allProducts'), href: '/' },
            ...product.categoryPath.map(({ slug, name }) => ({ label: name, href: `/?category=${slug}` })),
            { label: product.sku },
          ]}
        />
      </div>
      <div className="product-pg">
        <div className="left">
          <div className="top">
            <Pictures product={product} />
            <div className="ttl">
              <div className="row g4 small muted brandrow">
                {product.brand && <span className="b1">{product.brand} ·</span>}
                <span className="strong sku">{product.sku}</span>
                <CopySku sku={product.sku} />
              </div>
              <PageTitle name={product.name} />
              {product.description && <p className="muted desc">{product.description}</p>}
              {(facts.length > 0 || product.gtin) && (
                <dl className="facts">
                  {facts.map(([name, value]) => (
                    <div key={name}>
                      <dt className="muted">{name}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                  {product.gtin && (
                    <div>
                      <dt className="muted">GTIN</dt>
                      <dd>{product.gtin}</dd>
                    </div>
                  )}
                </dl>
              )}
            </div>
          </div>
          <StockTable product={product} />
        </div>
        <BuyPanel key={product.id} product={product} />
      </div>
    </div>
  );
}

function Pictures({ product }: { product: ProductDetail }): ReactNode {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const shown = product.images[at];
  const drawing = product.drawing ?? 'block';
  return (
    <div className="pics">
      <Thumb src={shown?.url} drawing={drawing} alt={product.name} size="fill" className="shot" />
      {product.images.length > 1 && (
        <ul className="shots">
          {product.images.map((image, index) => (
            <li key={image.url}>
              <button
                type="button"
                className={classNames(index === at && 'on')}
                aria-pressed={index === at}
                aria-label={t('product.picture', { number: index + 1, count: product.images.length })}
                onClick={() => setAt(index)}
              >
                <Thumb src={image.thumbnailUrl ?? image.url} drawing={drawing} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function CopySku({ sku }: { sku: string }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  return (
    <IconButton
      label={t('product.copySku')}
      icon={Copy}
      size="sm"
      onClick={() =>
        void navigator.clipboard.writeText(sku).then(
          () => toast.show({ message: t('product.copied', { sku }), icon: Check }),
          () => toast.show({ message: t('product.notCopied') }),
        )
      }
    />
  );
}
