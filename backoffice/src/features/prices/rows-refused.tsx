import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Button } from '@tradeyard/design-system';
import type { GridRows } from './use-rows';

/** Says that some rows came as a refusal, and asks for them again when told to. */
export function RowsRefused({ rows }: { rows: GridRows }): ReactNode {
  const { t } = useTranslation();
  return (
    rows.refused && (
      <Alert
        meaning="danger"
        className="as-of-notice"
        title={t('prices.failed')}
        action={
          <Button size="sm" onClick={() => rows.retry()}>
            {t('failed.retry')}
          </Button>
        }
      />
    )
  );
}
