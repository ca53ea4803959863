import type { ReactNode } from 'react';
import { Ban, Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '@tradeyard/design-system';
import type { Company } from './companies.queries';

/** Whether a company may buy. */
export function CompanyStatus({ status }: { status: Company['status'] }): ReactNode {
  const { t } = useTranslation();
  return status === 'active' ? (
    <Badge meaning="success" icon={Check}>
      {t('companies.status.active')}
    </Badge>
  ) : (
    <Badge meaning="danger" icon={Ban}>
      {t('companies.status.blocked')}
    </Badge>
  );
}
