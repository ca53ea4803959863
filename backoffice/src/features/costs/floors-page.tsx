import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ListTree } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LoadFailed, PageTitle, useDelayed, useFormats, useRefusal } from '@tradeyard/app-kit';
import {
  Alert,
  Button,
  EmptyState,
  SkeletonRows,
  Table,
  TableScroll,
  Td,
  TextInput,
  Th,
} from '@tradeyard/design-system';
import { readAmount } from '../../shared/form/read-amount';
import { PageBody, PageHeader } from '../../shared/list/page-frame';
import { pricingSettingsQuery } from '../../shared/pricing-settings.queries';
import { useMay } from '../../shared/session';
import { CostViews } from './cost-views';
import { floorsQuery, useFloorsChange, type MarginFloor } from './costs.queries';
import { fractionOf, percentOf } from './fraction';
import './costs.css';

/** The least margin of every category; one without its own takes it from above, and the house's in the end. */
export default function FloorsPage(): ReactNode {
  const { t } = useTranslation();
  const { decimalSeparator, quantity } = useFormats();
  const refusal = useRefusal();
  const may = useMay();
  const { data, error, isFetching, refetch } = useQuery(floorsQuery);
  const { data: settings } = useQuery(pricingSettingsQuery);
  const waiting = useDelayed(!data && !error);
  const change = useFloorsChange();
  const [edits, setEdits] = useState<ReadonlyMap<string, string>>(new Map());
  const mayEdit = may('cost.edit');
  const percent = (fraction: string): string => t('costs.percent', { percent: quantity(percentOf(fraction)) });
  const written = (fraction: string | null): string =>
    fraction === null ? '' : percentOf(fraction).replace('.', decimalSeparator);
  const read = (text: string): string | null | undefined => {
    if (!text.trim()) return null;
    const amount = readAmount(text.replace('%', ''), decimalSeparator);
    return (amount === null ? null : fractionOf(amount)) ?? undefined;
  };
  const changes = [...edits].map(([categoryId, text]) => ({ categoryId, floor: read(text) }));
  const wrong = new Set(changes.filter(({ floor }) => floor === undefined).map(({ categoryId }) => categoryId));
  const save = (): void =>
    change.mutate(
      changes.map(({ categoryId, floor }) => ({ categoryId, floor: floor ?? null })),
      { onSuccess: () => setEdits(new Map()) },
    );
  return (
    <>
      <PageHeader
        title={<PageTitle name={t('costs.title')} />}
        views={<CostViews current="floors" />}
        actions={
          edits.size > 0 && (
            <>
              <Button variant="ghost" onClick={() => setEdits(new Map())}>
                {t('costs.discard')}
              </Button>
              <Button
                variant="primary"
                busy={change.isPending}
                disabledReason={wrong.size > 0 ? t('costs.notPercent') : undefined}
                onClick={save}
              >
                {t('costs.saveFloors', { count: edits.size })}
              </Button>
            </>
          )
        }
      />
      <PageBody>
        {change.error && <Alert meaning="danger" title={refusal(change.error)} assertive className="m-3" />}
        {error && (
          <LoadFailed
            error={error}
            title={t('costs.floorsFailed')}
            retrying={isFetching}
            onRetry={() => void refetch()}
          />
        )}
        {waiting && <SkeletonRows rows={10} columns={['1fr', '120px', '1fr']} />}
        {data?.length === 0 && (
          <EmptyState icon={ListTree} title={t('costs.noCategories')} text={t('costs.noCategoriesText')} />
        )}
        {data && data.length > 0 && (
          <>
            <p className="floors-lead muted">
              {settings?.defaultFloor
                ? t('costs.defaultIs', { floor: percent(settings.defaultFloor) })
                : t('costs.noDefault')}{' '}
              <Link className="link" to="/prices/costs/settings">
                {t('costs.toSettings')}
              </Link>
            </p>
            <TableScroll label={t('costs.views.floors')} className="scroll grow">
              <Table caption={t('costs.views.floors')} fixedRows className="grid-rows floors">
                <thead>
                  <tr>
                    <Th>{t('costs.columns.category')}</Th>
                    <Th num style={{ width: '150px' }}>
                      {t('costs.own')}
                    </Th>
                    <Th style={{ width: '320px' }}>{t('costs.applies')}</Th>
                  </tr>
                </thead>
                <tbody>
                  {inTree(data).map(({ floor, depth }) => (
                    <tr key={floor.categoryId}>
                      <Td className="ell">
                        <span style={{ paddingLeft: depth * 20 }}>{floor.categoryName}</span>
                      </Td>
                      <Td num>
                        {mayEdit ? (
                          <TextInput
                            size="sm"
                            numeric
                            suffix={<span className="muted">%</span>}
                            aria-label={t('costs.floorOf', { name: floor.categoryName })}
                            aria-invalid={wrong.has(floor.categoryId) || undefined}
                            value={edits.get(floor.categoryId) ?? written(floor.floor)}
                            maxLength={6}
                            onChange={({ target: { value } }) => {
                              const next = new Map(edits);
                              if (read(value) === (floor.floor && fractionOf(percentOf(floor.floor)))) {
                                next.delete(floor.categoryId);
                              } else next.set(floor.categoryId, value);
                              setEdits(next);
                            }}
                          />
                        ) : floor.floor === null ? (
                          <span className="subtle">{t('list.none')}</span>
                        ) : (
                          percent(floor.floor)
                        )}
                      </Td>
                      <Td className="ell">
                        <Applies floor={floor} all={data} percent={percent} />
                      </Td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            </TableScroll>
          </>
        )}
      </PageBody>
    </>
  );
}

function Applies({
  floor,
  all,
  percent,
}: {
  floor: MarginFloor;
  all: readonly MarginFloor[];
  percent: (fraction: string) => string;
}): ReactNode {
  const { t } = useTranslation();
  if (floor.floor !== null) return <b>{percent(floor.floor)}</b>;
  if (floor.inherited === null) return <span className="subtle">{t('costs.noFloor')}</span>;
  let from = all.find(({ categoryId }) => categoryId === floor.parentId);
  while (from && from.floor === null) from = all.find(({ categoryId }) => categoryId === from?.parentId);
  return (
    <span className="muted">
      {from
        ? t('costs.inheritedFrom', { floor: percent(floor.inherited), name: from.categoryName })
        : t('costs.inheritedDefault', { floor: percent(floor.inherited) })}
    </span>
  );
}

/** Categories from top to bottom, each with how deep it lies; what hangs on nothing comes last. */
function inTree(all: readonly MarginFloor[]): { floor: MarginFloor; depth: number }[] {
  const ids = new Set(all.map(({ categoryId }) => categoryId));
  const below = (parent: string | null, depth: number): { floor: MarginFloor; depth: number }[] =>
    all
      .filter(({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null) === parent)
      .flatMap((floor) => [{ floor, depth }, ...(depth < 20 ? below(floor.categoryId, depth + 1) : [])]);
  return below(null, 0);
}
