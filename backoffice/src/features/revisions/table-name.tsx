import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTenant } from '@tradeyard/app-kit';
import { Rung } from '@tradeyard/design-system';
import type { Revision } from './revision-views';

const levels = { national: 1, state: 2, company: 3 } as const;

/** A price table by name, how specific it is, and whom it is for where the name does not say it. */
export function TableName({ table }: { table: Revision['table'] }): ReactNode {
  const { t } = useTranslation();
  const { states } = useTenant();
  const { name, scope, stateCode, companyName } = table;
  const whom =
    scope === 'company'
      ? (companyName ?? '')
      : scope === 'state'
        ? (states.find(({ code }) => code === stateCode)?.name ?? stateCode ?? '')
        : t('revisions.national');
  return (
    <span className="row g3 min-w-0">
      <Rung level={levels[scope]} />
      <span className="ell">
        {name}
        {whom && !name.includes(whom) && stateCode !== name && <span className="muted"> {whom}</span>}
      </span>
    </span>
  );
}
