import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { PageTitle } from '@tradeyard/app-kit';
import { Button, EmptyState } from '@tradeyard/design-system';

/** An address nothing stands at. */
export function NotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="page">
      <div className="pgh pgh--plain">
        <PageTitle name={t('notFound.title')} />
      </div>
      <div className="panel">
        <EmptyState
          drawing="gravel"
          title={t('notFound.what')}
          text={t('notFound.why')}
          action={
            <Button variant="primary" asChild>
              <Link to="/">{t('shell.allProducts')}</Link>
            </Button>
          }
        />
      </div>
    </div>
  );
}
