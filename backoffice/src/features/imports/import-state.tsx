import type { ReactNode } from 'react';
import { Check, CircleX, FlaskConical, Hourglass, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, type BadgeProps } from '@tradeyard/design-system';
import type { ImportSummary } from './imports.queries';

function lookOf({ status, dryRun, rows }: Pick<ImportSummary, 'status' | 'dryRun' | 'rows'>): {
  key: string;
  meaning: BadgeProps['meaning'];
  icon: BadgeProps['icon'];
} {
  if (status === 'queued') return { key: 'queued', meaning: 'neutral', icon: Hourglass };
  if (status === 'running') return { key: 'running', meaning: 'info', icon: LoaderCircle };
  if (status === 'failed') return { key: 'failed', meaning: 'danger', icon: CircleX };
  if (dryRun) return { key: 'checked', meaning: 'mark', icon: FlaskConical };
  if (rows.rejected > 0) return { key: 'partly', meaning: 'warning', icon: TriangleAlert };
  return { key: 'applied', meaning: 'success', icon: Check };
}

/** What became of a file. */
export function ImportState(record: Pick<ImportSummary, 'status' | 'dryRun' | 'rows'>): ReactNode {
  const { t } = useTranslation();
  const { key, meaning, icon } = lookOf(record);
  return (
    <Badge meaning={meaning} icon={icon}>
      {t(`imports.states.${key}`)}
    </Badge>
  );
}
