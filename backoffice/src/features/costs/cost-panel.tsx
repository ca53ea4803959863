import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LoadFailed, useDelayed, useFormats, useRefusal, useTenant } from '@tradeyard/app-kit';
import { Badge, IconButton, SkeletonRows, useToast } from '@tradeyard/design-system';
import { lastDayOf } from '../../shared/day';
import { PriceHistory } from '../../shared/explain/price-history';
import { PanelPart, SidePanel } from '../../shared/list/side-panel';
import { useMay } from '../../shared/session';
import { costHistoryQuery, useCostChange, useCostRemoval, type Cost, type PastCost } from './costs.queries';

/** One product's cost over time, and its prices beside. */
export function CostPanel({
  cost,
  onClose,
  onPrevious,
  onNext,
}: {
  cost: Cost;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <SidePanel
      label={t('costs.costOf', { name: cost.name })}
      title={<h2 className="role-subhead">{cost.name}</h2>}
      detail={
        <span className="muted">
          {cost.sku} · {cost.categoryName}
          {may('product.read') && (
            <>
              {' · '}
              <Link className="link" to={`/products/${cost.productId}`}>
                {t('costs.product')}
              </Link>
            </>
          )}
        </span>
      }
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
    >
      <PanelPart title={t('costs.history')} aside={t('costs.per', { unit: cost.baseUnitName })}>
        <Past productId={cost.productId} />
      </PanelPart>
      {may('price.read') && (
        <PanelPart title={t('explain.history')}>
          <PriceHistory productId={cost.productId} />
        </PanelPart>
      )}
    </SidePanel>
  );
}

function Past({ productId }: { productId: string }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const { data, error, isFetching, refetch } = useQuery(costHistoryQuery(productId));
  const { takeBack, pending } = useTakeBack(productId);
  const waiting = useDelayed(!data && !error);
  if (error) {
    return (
      <LoadFailed error={error} title={t('costs.historyFailed')} retrying={isFetching} onRetry={() => void refetch()} />
    );
  }
  if (!data) return waiting && <SkeletonRows rows={4} columns={['80px', '1fr']} />;
  if (data.length === 0) return <p className="muted">{t('costs.noHistory')}</p>;
  return (
    <ol className="cost-history">
      {data.map((past) => (
        <PastRow
          key={`${past.validFrom}|${past.enteredAt}`}
          past={past}
          onTakeBack={may('cost.edit') ? () => takeBack(past) : undefined}
          pending={pending}
        />
      ))}
    </ol>
  );
}

function PastRow({
  past,
  onTakeBack,
  pending,
}: {
  past: PastCost;
  onTakeBack: (() => void) | undefined;
  pending: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { unitPrice, date } = useFormats();
  const { timeZone } = useTenant();
  const from = past.validFrom ? date(past.validFrom) : t('costs.always');
  const to = past.validTo ? date(lastDayOf(past.validTo, timeZone)) : t('costs.open');
  const span =
    past.validFrom === null && past.validTo === null
      ? t('costs.sinceEver')
      : t(past.validFrom === null ? 'costs.spanUntil' : 'costs.span', { from, to });
  return (
    <li aria-current={past.holds || undefined}>
      <b className="num">{unitPrice(past.unitCost)}</b>
      <span className="min-w-0">
        {span}
        <span className="small muted block">{[past.enteredBy, date(past.enteredAt)].filter(Boolean).join(', ')}</span>
      </span>
      <span className="row g4">
        {past.holds && <Badge meaning="success">{t('costs.holds')}</Badge>}
        {onTakeBack && (
          <IconButton
            size="sm"
            icon={Trash2}
            label={t('costs.takeBack', { cost: unitPrice(past.unitCost), from })}
            disabled={pending}
            onClick={onTakeBack}
          />
        )}
      </span>
    </li>
  );
}

/** Takes an entry back at once; the message that says so can put it back as it was. */
function useTakeBack(productId: string): { takeBack: (past: PastCost) => void; pending: boolean } {
  const { t } = useTranslation();
  const { unitPrice } = useFormats();
  const refusal = useRefusal();
  const { show } = useToast();
  const removal = useCostRemoval(productId);
  const change = useCostChange();
  const failed = (error: unknown) => show({ message: refusal(error) });
  // What follows is told whether or not the panel is still open by then.
  const putBack = ({ unitCost, validFrom, validTo }: PastCost): void =>
    void change
      .mutateAsync({ changes: [{ productId, unitCost, validFrom, ...(validTo && { validTo }) }] })
      .then(() => show({ message: t('costs.putBack', { cost: unitPrice(unitCost) }) }), failed);
  return {
    pending: removal.isPending || change.isPending,
    takeBack: (past) =>
      void removal.mutateAsync(past).then(
        () =>
          show({
            message: t('costs.takenBack', { cost: unitPrice(past.unitCost) }),
            undo: { label: t('costs.undo'), onUndo: () => putBack(past) },
          }),
        failed,
      ),
  };
}
