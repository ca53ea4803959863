import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { ErrorState } from '@tradeyard/design-system';

/** A page or part that did not load: what happened, a way to try again, and the reference for support. */
export function LoadFailed({
  error,
  title,
  retrying,
  onRetry,
  action,
}: {
  error: unknown;
  title: string;
  retrying?: boolean;
  onRetry?: () => void;
  action?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const api = error instanceof ApiError ? error : null;
  const text =
    api?.status === 0
      ? t('failed.unreachable')
      : api?.status === 403
        ? t('failed.forbidden')
        : api?.status === 404
          ? t('failed.notFound')
          : t('failed.server');
  const retryable = api?.status !== 403 && api?.status !== 404;
  return (
    <ErrorState
      title={title}
      text={text}
      retryLabel={t('failed.retry')}
      onRetry={retryable ? onRetry : undefined}
      retrying={retrying}
      action={action}
      reference={api?.requestId ? t('failed.reference', { id: api.requestId }) : undefined}
    />
  );
}
