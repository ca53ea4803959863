import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { ApiError } from '@tradeyard/api-client';
import { languageOf, startLanguage } from '@tradeyard/app-kit';
import { ErrorState } from '@tradeyard/design-system';
import { words } from '../shared/words';
import { tenantQuery } from '../shared/tenant';

/** Nothing could be started: no store here, or nobody answers. Speaks the browser's language, the store's is unknown. */
export function BootFailed({ onRetry }: { onRetry: () => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void startLanguage(words, languageOf(navigator.language)).then(() => setReady(true));
  }, []);
  if (!ready) return null;
  const error = client.getQueryState(tenantQuery.queryKey)?.error;
  const unknown = error instanceof ApiError && error.status === 404;
  return (
    <main id="main" className="grid min-h-dvh place-items-center p-4">
      <ErrorState
        title={unknown ? t('boot.noStore') : t('boot.failed')}
        text={unknown ? t('boot.noStoreText') : t('failed.unreachable')}
        retryLabel={t('failed.retry')}
        onRetry={onRetry}
      />
    </main>
  );
}
