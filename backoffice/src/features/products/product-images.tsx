import { useState, type ReactNode } from 'react';
import { ArrowLeft, ArrowRight, ImageOff, RotateCw, Star, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { useRefusal } from '@tradeyard/app-kit';
import {
  Alert,
  ConfirmDialog,
  EmptyState,
  FileDrop,
  FileRow,
  IconButton,
  Panel,
  ProgressBar,
  Skeleton,
  useToast,
} from '@tradeyard/design-system';
import { productQuery, useProductChange, type Product } from './products.queries';
import { acceptedImages, useImageUploads } from './use-image-uploads';

/** A product's pictures, the first of which stands for it in lists. */
export function ProductImages({ product, readOnly }: { product: Product; readOnly: boolean }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const toast = useToast();
  const change = useProductChange();
  const { uploads, add, retry, dismiss } = useImageUploads(product.id);
  const { images, id } = product;
  // Thumbnails are made by a job a moment after the picture arrived.
  useQuery({
    ...productQuery(id),
    refetchInterval: images.some(({ smallUrl }) => smallUrl === null) ? 1500 : false,
  });
  const order = (imageIds: string[]): void =>
    change.mutate(
      { kind: 'order-images', id, imageIds },
      { onError: (error) => toast.show({ message: refusal(error) }) },
    );
  const move = (at: number, to: number): void => {
    const ids = images.map((image) => image.id);
    ids.splice(to, 0, ...ids.splice(at, 1));
    order(ids);
  };
  const [removing, setRemoving] = useState<string | null>(null);
  const remove = (): void =>
    change.mutate(
      { kind: 'remove-image', id, imageId: removing ?? '' },
      { onSettled: () => setRemoving(null), onError: (error) => toast.show({ message: refusal(error) }) },
    );
  return (
    <Panel title={t('products.images.title')}>
      {images.length === 0 && uploads.length === 0 && (
        <EmptyState level={3} icon={ImageOff} title={t('products.images.none')} text={t('products.images.noneText')} />
      )}
      <ul className="image-list" aria-busy={change.isPending || undefined}>
        {images.map((image, index) => {
          const number = index + 1;
          return (
            <li key={image.id}>
              <a href={image.url} target="_blank" rel="noreferrer">
                {image.smallUrl ? (
                  <img
                    src={image.thumbnailUrl ?? image.smallUrl}
                    alt={t('products.images.alt', { number, name: product.name })}
                    width={96}
                    height={96}
                  />
                ) : (
                  <Skeleton width={96} height={96} />
                )}
                {!image.smallUrl && <span className="sr">{t('products.images.working', { number })}</span>}
              </a>
              {index === 0 && (
                <span className="first small">
                  <Star className="i i-xs" />
                  {t('products.images.first')}
                </span>
              )}
              {!readOnly && (
                <span className="row g2">
                  {index > 0 && (
                    <IconButton
                      size="sm"
                      icon={ArrowLeft}
                      label={t('products.images.earlier', { number })}
                      onClick={() => move(index, index - 1)}
                    />
                  )}
                  {index < images.length - 1 && (
                    <IconButton
                      size="sm"
                      icon={ArrowRight}
                      label={t('products.images.later', { number })}
                      onClick={() => move(index, index + 1)}
                    />
                  )}
                  <IconButton
                    size="sm"
                    icon={Trash2}
                    label={t('products.images.remove', { number })}
                    onClick={() => setRemoving(image.id)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <div className="col g3 mt-2">
        {uploads.map((upload) => (
          <div key={upload.id} className="col g2">
            <FileRow name={upload.file.name} detail={t('products.images.size', { size: kilobytes(upload.file.size) })}>
              {upload.error ? (
                <>
                  <IconButton size="sm" icon={RotateCw} label={t('failed.retry')} onClick={() => retry(upload)} />
                  <IconButton size="sm" icon={X} label={t('list.close')} onClick={() => dismiss(upload)} />
                </>
              ) : (
                <ProgressBar
                  className="w-24"
                  value={upload.progress === null ? null : Math.round(upload.progress * 100)}
                  label={t('products.images.sending', { name: upload.file.name })}
                />
              )}
            </FileRow>
            {Boolean(upload.error) && <Alert meaning="danger" title={refusal(upload.error)} assertive />}
          </div>
        ))}
        {!readOnly && (
          <FileDrop
            label={t('products.images.drop')}
            hint={t('products.images.dropHint')}
            accept={acceptedImages}
            multiple
            onFiles={add}
          />
        )}
      </div>
      <ConfirmDialog
        open={removing !== null}
        onOpenChange={(open) => !open && setRemoving(null)}
        danger
        title={t('products.images.removeTitle')}
        effect={t('products.images.removeEffect', { name: product.name })}
        confirmLabel={t('products.images.removeVerb')}
        cancelLabel={t('products.images.keep')}
        busy={change.isPending}
        onConfirm={remove}
      />
    </Panel>
  );
}

const kilobytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1024));
