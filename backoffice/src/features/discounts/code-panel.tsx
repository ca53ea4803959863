import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LoadFailed, useDelayed, useFormats } from '@tradeyard/app-kit';
import { Badge, Button, DescriptionList, SkeletonRows } from '@tradeyard/design-system';
import { categoriesQuery, pathName } from '../../shared/catalogue.queries';
import { PanelPart, SidePanel } from '../../shared/list/side-panel';
import { useList } from '../../shared/list/use-list';
import { usePeriod } from '../../shared/period';
import { useMay } from '../../shared/session';
import { CodeState } from './code-state';
import { usesQuery, type TradeCode, type TradeCodeUse } from './discounts.queries';

/** One code: its terms, and every order it was used for. */
export function CodePanel({
  code,
  onEdit,
  onClose,
  onPrevious,
  onNext,
}: {
  code: TradeCode;
  onEdit?: () => void;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { money, quantity } = useFormats();
  const period = usePeriod();
  const may = useMay();
  const categories = useQuery({ ...categoriesQuery, enabled: may('product.read') }).data ?? [];
  const most = (limit: number | null): string => (limit === null ? t('discounts.unlimited') : quantity(String(limit)));
  return (
    <SidePanel
      label={t('discounts.codeNamed', { code: code.code })}
      title={
        <>
          <h2 className="role-subhead">{code.code}</h2>
          <CodeState code={code} />
        </>
      }
      detail={<span className="muted">{code.name}</span>}
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
      footer={
        onEdit && (
          <Button icon={Pencil} onClick={onEdit}>
            {t('discounts.edit')}
          </Button>
        )
      }
    >
      <PanelPart title={t('discounts.terms')}>
        <DescriptionList
          items={[
            { name: t('discounts.percent'), value: t('discounts.off', { percent: quantity(code.percent) }) },
            {
              name: t('discounts.category'),
              value: code.categoryId ? pathName(categories, code.categoryId) : t('discounts.everything'),
            },
            { name: t('discounts.period'), value: period(code) },
            {
              name: t('discounts.minimum'),
              value: code.minimumOrder === null ? t('list.none') : money(code.minimumOrder),
            },
            { name: t('discounts.maxUses'), value: most(code.maxUses) },
            { name: t('discounts.maxPerCompany'), value: most(code.maxUsesPerCompany) },
          ]}
        />
      </PanelPart>
      <PanelPart title={t('discounts.whoUsed')} aside={quantity(String(code.uses))}>
        <Uses id={code.id} />
      </PanelPart>
    </SidePanel>
  );
}

function Uses({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const list = useList<TradeCodeUse>(usesQuery(id));
  const waiting = useDelayed(!list.rows && !list.error);
  if (list.error) {
    return (
      <LoadFailed
        error={list.error}
        title={t('discounts.usesFailed')}
        retrying={list.fetching}
        onRetry={list.refetch}
      />
    );
  }
  if (!list.rows) return waiting && <SkeletonRows rows={3} columns={['1fr', '70px']} />;
  if (list.rows.length === 0) return <p className="muted">{t('discounts.noUses')}</p>;
  return (
    <>
      <ol className="code-uses">
        {list.rows.map((use) => (
          <Use key={use.orderId} use={use} />
        ))}
      </ol>
      {list.rows.length < list.total && (
        <Button size="sm" variant="ghost" busy={list.fetching} onClick={list.more}>
          {t('discounts.moreUses')}
        </Button>
      )}
    </>
  );
}

function Use({ use }: { use: TradeCodeUse }): ReactNode {
  const { t } = useTranslation();
  const { money, dateTime } = useFormats();
  const may = useMay();
  return (
    <li>
      <span className="min-w-0">
        {may('order.read') ? (
          <Link className="link strong" to={`/orders/${use.orderId}`}>
            {use.orderNumber}
          </Link>
        ) : (
          <b>{use.orderNumber}</b>
        )}{' '}
        {use.companyName}
        <span className="small muted block">
          {use.buyerName}, {dateTime(use.usedAt)}
        </span>
        {use.releasedAt && <Badge meaning="neutral">{t('discounts.givenBack')}</Badge>}
      </span>
      <span className="num">
        <b>{money(use.orderTotal)}</b>
        <span className="small muted block">{t('discounts.tookOff', { amount: money(use.discount) })}</span>
      </span>
    </li>
  );
}
