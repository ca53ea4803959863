import { useState, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LoadFailed, useFormats, useRefusal } from '@tradeyard/app-kit';
import {
  Alert,
  Badge,
  Button,
  Drawer,
  EmptyState,
  Segmented,
  SkeletonRows,
  Table,
  TableScroll,
  Td,
  Th,
} from '@tradeyard/design-system';
import { useList } from '../../shared/list/use-list';
import { dropChange, putChanges } from './draft-requests';
import { diffQuery, pricesChanged, type DiffLine, type Revision } from './prices.queries';
import { usePriceFormats } from './use-price-formats';

/** What drafts would change, table by table, the largest change first; what changed under them is decided here. */
export function ReviewDrawer({
  drafts,
  mayEdit,
  conflicts,
  problem,
  onDecided,
  onPublish,
  onClose,
}: {
  drafts: readonly Revision[];
  mayEdit: boolean;
  conflicts: number;
  /** Why the last publishing was refused. */
  problem: string;
  onDecided: () => void;
  onPublish?: () => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(drafts[0]?.id);
  const draft = drafts.find(({ id }) => id === chosen) ?? drafts[0];
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('prices.reviewTitle')}
      description={draft && t('prices.revisionOf', { number: draft.number, table: draft.tableName })}
      closeLabel={t('list.close')}
      footer={
        onPublish && (
          <Button
            variant="primary"
            onClick={onPublish}
            disabledReason={conflicts > 0 ? t('prices.publishConflicts') : undefined}
          >
            {t('prices.publish')}
          </Button>
        )
      }
    >
      {problem && <Alert meaning="danger" title={problem} assertive className="mb-3" />}
      {drafts.length > 1 && (
        <div className="p-3 overflow-x-auto">
          <Segmented
            aria-label={t('prices.tables')}
            items={drafts.map(({ id, tableName }) => ({ value: id, label: tableName }))}
            value={draft?.id ?? null}
            onChange={setChosen}
          />
        </div>
      )}
      {draft ? (
        <Diff key={draft.id} revision={draft} mayEdit={mayEdit} onDecided={onDecided} />
      ) : (
        <EmptyState title={t('prices.empty.changed')} text={t('prices.empty.changedText')} level={3} />
      )}
    </Drawer>
  );
}

/** The lines of one revision: old, new and how far apart. */
export function Diff({
  revision,
  mayEdit,
  onDecided,
}: {
  revision: Revision;
  mayEdit: boolean;
  onDecided?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { unitPrice, change } = useFormats();
  const { percentText } = usePriceFormats();
  const list = useList<DiffLine>(diffQuery(revision));
  if (list.error)
    return (
      <LoadFailed error={list.error} title={t('prices.diffFailed')} onRetry={list.refetch} retrying={list.fetching} />
    );
  if (!list.rows) return <SkeletonRows rows={6} columns={['1fr', '90px', '90px', '70px']} />;
  if (list.rows.length === 0)
    return <EmptyState title={t('prices.empty.changed')} text={t('prices.empty.changedText')} level={3} />;
  return (
    <>
      <TableScroll label={t('prices.reviewTitle')}>
        <Table caption={t('prices.reviewTitle')}>
          <thead>
            <tr>
              <Th>{t('prices.product')}</Th>
              <Th num>{t('prices.old')}</Th>
              <Th num>{t('prices.newPrice')}</Th>
              <Th num>{t('prices.change')}</Th>
              <Th num>{t('prices.percent')}</Th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((line) => (
              <tr key={`${line.productId}|${line.unit}|${line.minQuantity}|${line.validFrom ?? ''}`}>
                <Td>
                  <b>{line.name ?? line.sku}</b>
                  <div className="small muted">
                    {line.sku} · {line.unit}
                    {Number(line.minQuantity) !== 1 &&
                      `, ${t('prices.fromQuantity', { quantity: line.minQuantity, unit: line.unit })}`}
                  </div>
                  {line.conflict && (
                    <Conflict revision={revision} line={line} mayEdit={mayEdit} onDecided={onDecided} />
                  )}
                </Td>
                <Td num>{line.oldPrice === null ? t('prices.noOwn') : unitPrice(line.oldPrice)}</Td>
                <Td num>
                  {line.newPrice === null ? (
                    <Badge meaning="mark">{t('prices.removed')}</Badge>
                  ) : (
                    <b>{unitPrice(line.newPrice)}</b>
                  )}
                </Td>
                <Td num>{line.difference !== null && change(line.difference)}</Td>
                <Td num>{line.percent !== null && percentText(line.percent)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
      {list.rows.length < list.total && (
        <div className="p-3">
          <Button onClick={list.more} busy={list.fetching}>
            {t('prices.showMore', { count: list.total - list.rows.length })}
          </Button>
        </div>
      )}
    </>
  );
}

/** A price that changed since its change was written down: the author decides anew. */
function Conflict({
  revision,
  line,
  mayEdit,
  onDecided,
}: {
  revision: Revision;
  line: DiffLine;
  mayEdit: boolean;
  onDecided?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { unitPrice } = useFormats();
  const refusal = useRefusal();
  const client = useQueryClient();
  const { productId, unit, minQuantity, action, newPrice } = line;
  const decide = useMutation({
    mutationFn: async (mine: boolean): Promise<unknown> => {
      if (!mine) return dropChange(revision, { productId, unit, minQuantity });
      const key = { productId, unit, minQuantity, action };
      return putChanges(revision, [newPrice === null ? key : { ...key, unitPrice: newPrice }]);
    },
    onSuccess: () => {
      onDecided?.();
      return pricesChanged(client);
    },
  });
  const said = (price: string | null): string => (price === null ? t('prices.noPrice') : unitPrice(price));
  return (
    <Alert
      meaning="warning"
      icon={TriangleAlert}
      className="mt-2"
      title={t('prices.conflict', { base: said(line.basePrice), live: said(line.oldPrice) })}
    >
      {decide.error && <p className="c-danger">{refusal(decide.error)}</p>}
      {mayEdit && (
        <span className="row g2 wrap mt-2">
          <Button size="sm" busy={decide.isPending} onClick={() => decide.mutate(true)}>
            {t('prices.keepMine', { price: said(newPrice) })}
          </Button>
          <Button size="sm" busy={decide.isPending} onClick={() => decide.mutate(false)}>
            {t('prices.takeTheirs', { price: said(line.oldPrice) })}
          </Button>
        </span>
      )}
    </Alert>
  );
}
