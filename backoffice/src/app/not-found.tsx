import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { PageTitle } from '@tradeyard/app-kit';
import { Button, EmptyState } from '@tradeyard/design-system';
import { PageBody, PageHeader } from '../shared/list/page-frame';

/** An address nothing stands at. */
export function NotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={<PageTitle name={t('notFound.title')} />} />
      <PageBody>
        <EmptyState
          drawing="gravel"
          title={t('notFound.what')}
          text={t('notFound.why')}
          action={
            <Button variant="primary" asChild>
              <Link to="/">{t('notFound.home')}</Link>
            </Button>
          }
        />
      </PageBody>
    </>
  );
}
