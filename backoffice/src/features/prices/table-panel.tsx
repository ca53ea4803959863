import { useState, type ReactNode } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCcw, Table2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LoadFailed, useFormats, useRefusal } from '@tradeyard/app-kit';
import {
  Alert,
  Badge,
  Button,
  ConfirmDialog,
  Drawer,
  EmptyState,
  SkeletonRows,
  useToast,
} from '@tradeyard/design-system';
import { PanelPart, SidePanel } from '../../shared/list/side-panel';
import { useList } from '../../shared/list/use-list';
import { useMay } from '../../shared/session';
import {
  pricesChanged,
  publish,
  revisionsQuery,
  tableQuery,
  useTableChanges,
  type Revision,
  pricesOf,
} from './prices.queries';
import { Diff } from './review-drawer';

const meanings = {
  draft: 'mark',
  submitted: 'info',
  approved: 'info',
  scheduled: 'info',
  live: 'success',
  superseded: 'outline',
  rejected: 'danger',
  withdrawn: 'outline',
} as const;

/** One price table and every revision of it; a revision can be looked at, published, withdrawn or rolled back. */
export function TablePanel({
  id,
  onClose,
  onPrevious,
  onNext,
}: {
  id: string;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const table = useQuery(tableQuery(id));
  const revisions = useList<Revision>(revisionsQuery(id));
  const [shown, setShown] = useState<Revision | null>(null);
  const error = (table.isError && table.error) || revisions.error;
  return (
    <SidePanel
      label={table.data?.name ?? t('prices.views.one')}
      title={<h2 className="role-subhead ell">{table.data?.name}</h2>}
      detail={
        table.data && <span className="muted">{table.data.companyName ?? t(`prices.scopes.${table.data.scope}`)}</span>
      }
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
      footer={
        table.data && (
          <Button asChild>
            <Link to={pricesOf(table.data)}>
              <Table2 className="i" />
              {t('prices.openGrid')}
            </Link>
          </Button>
        )
      }
    >
      <PanelPart title={t('prices.history')}>
        {error ? (
          <LoadFailed error={error} title={t('prices.historyFailed')} onRetry={revisions.refetch} />
        ) : !revisions.rows ? (
          <SkeletonRows rows={4} columns={['1fr', '70px']} />
        ) : revisions.rows.length === 0 ? (
          <EmptyState title={t('prices.noHistory')} text={t('prices.noHistoryText')} level={3} />
        ) : (
          <ul className="col g4">
            {revisions.rows.map((revision) => (
              <RevisionLine key={revision.id} revision={revision} onShow={() => setShown(revision)} />
            ))}
          </ul>
        )}
        {revisions.rows && revisions.rows.length < revisions.total && (
          <Button size="sm" className="mt-3" onClick={revisions.more} busy={revisions.fetching}>
            {t('prices.showMore', { count: revisions.total - revisions.rows.length })}
          </Button>
        )}
      </PanelPart>
      {shown && (
        <Drawer
          open
          onOpenChange={(open) => !open && setShown(null)}
          title={t('prices.revisionOf', { number: shown.number, table: shown.tableName })}
          closeLabel={t('list.close')}
        >
          <Diff revision={shown} mayEdit={shown.status === 'draft'} />
        </Drawer>
      )}
    </SidePanel>
  );
}

type Step = 'publish' | 'rollBack' | 'withdraw';

function RevisionLine({ revision, onShow }: { revision: Revision; onShow: () => void }): ReactNode {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const may = useMay();
  const refusal = useRefusal();
  const client = useQueryClient();
  const { show } = useToast();
  const { rollBack, withdraw } = useTableChanges();
  const [asking, setAsking] = useState<Step | null>(null);
  const work = useMutation({
    mutationFn: (step: Step): Promise<unknown> =>
      step === 'publish'
        ? publish(revision).then(() => pricesChanged(client))
        : (step === 'rollBack' ? rollBack : withdraw).mutateAsync(revision),
    onSuccess: (_done, step) => show({ message: t(`prices.did.${step}`, { number: revision.number }) }),
    onSettled: () => setAsking(null),
  });
  const { status, number, changeCount, source, author, createdAt, liveAt } = revision;
  const steps: Step[] = [
    ...(status === 'draft' && changeCount > 0 && may('price.publish') ? (['publish'] as const) : []),
    ...(status === 'draft' && may('price.edit') ? (['withdraw'] as const) : []),
    ...(status === 'live' && may('price.publish') ? (['rollBack'] as const) : []),
  ];
  return (
    <li className="border-b border-line pb-2">
      <div className="row between g4">
        <button type="button" className="link font-semibold" onClick={onShow}>
          {t('prices.revisionNumber', { number })}
        </button>
        <Badge meaning={meanings[status]}>{t(`prices.status.${status}`)}</Badge>
      </div>
      <div className="small muted">
        {t('prices.changeCount', { count: changeCount })} · {t(`prices.source.${source}`)}
        {author && ` · ${author.name}`} · {dateTime(liveAt ?? createdAt)}
      </div>
      {work.error && <Alert meaning="danger" title={refusal(work.error)} assertive className="mt-2" />}
      {steps.length > 0 && (
        <div className="row g2 mt-2">
          {steps.map((step) => (
            <Button
              key={step}
              size="sm"
              icon={step === 'rollBack' ? RotateCcw : undefined}
              onClick={() => setAsking(step)}
            >
              {t(`prices.steps.${step}`)}
            </Button>
          ))}
        </div>
      )}
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsking(null)}
          title={t(`prices.ask.${asking}`, { number, count: changeCount })}
          effect={t(`prices.effect.${asking}`)}
          confirmLabel={t(`prices.steps.${asking}`)}
          cancelLabel={t('list.cancel')}
          busy={work.isPending}
          onConfirm={() => work.mutate(asking)}
        />
      )}
    </li>
  );
}
