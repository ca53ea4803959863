import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { useFormats } from '@tradeyard/app-kit';
import { Alert, Field, TextArea } from '@tradeyard/design-system';
import { useMay } from '../../shared/session';

/** As the API tells it; the least price for those who may see costs. */
interface FloorLine {
  sku: string;
  unit: string;
  unitPrice: string;
  leastPrice?: string;
}

const SHOWN = 5;

/** Whether a step was refused because prices lie under the margin floor. */
export const isBelowFloor = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.code === 'price.below_margin_floor';

/** Which prices lie under the margin floor; whoever may let them through says why here. */
export function BelowFloor({
  error,
  reason,
  onReason,
}: {
  error: ApiError;
  reason: string;
  onReason: (reason: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const mayOverride = useMay()('price.override_floor');
  return (
    <>
      <UnderFloor error={error}>{!mayOverride && <p>{t('revisions.floor.askOther')}</p>}</UnderFloor>
      {mayOverride && (
        <Field label={t('revisions.floor.reason')} hint={t('revisions.floor.reasonHint')} required>
          <TextArea
            autoFocus
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => onReason(event.target.value)}
          />
        </Field>
      )}
    </>
  );
}

/** The first of the prices that lie under the margin floor, and how many there are. */
export function UnderFloor({ error, children }: { error: ApiError; children?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const { unitPrice } = useFormats();
  const lines = Array.isArray(error.facts.lines) ? (error.facts.lines as FloorLine[]) : [];
  const total = typeof error.facts.total === 'number' ? error.facts.total : lines.length;
  return (
    <Alert meaning="danger" assertive title={t('revisions.floor.title', { count: total })}>
      <ul>
        {lines.slice(0, SHOWN).map(({ sku, unit, unitPrice: price, leastPrice }, at) => (
          <li key={at}>
            <b>{sku}</b> {unitPrice(price)} / {unit}
            {leastPrice && ` · ${t('revisions.floor.least', { price: unitPrice(leastPrice) })}`}
          </li>
        ))}
        {total > SHOWN && <li>{t('revisions.floor.more', { count: total - Math.min(SHOWN, lines.length) })}</li>}
      </ul>
      {children}
    </Alert>
  );
}
