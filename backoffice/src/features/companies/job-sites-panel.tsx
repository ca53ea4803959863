import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { MapPin, Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LoadFailed, useFormats, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, ConfirmDialog, EmptyState, IconButton, Panel, SkeletonRows } from '@tradeyard/design-system';
import { jobSitesQuery, useCompanyPeople, type JobSite } from './companies.queries';
import { JobSiteDialog } from './job-site-dialog';

/** A company's delivery places. */
export function JobSitesPanel({ companyId, mayEdit }: { companyId: string; mayEdit: boolean }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const { money } = useFormats();
  const sites = useQuery(jobSitesQuery(companyId));
  const { archiveSite } = useCompanyPeople(companyId);
  const [editing, setEditing] = useState<JobSite | 'new' | null>(null);
  const [closing, setClosing] = useState<JobSite | null>(null);
  return (
    <Panel
      title={t('companies.sites')}
      flush
      actions={
        mayEdit && (
          <Button size="sm" icon={Plus} onClick={() => setEditing('new')}>
            {t('companies.addSite')}
          </Button>
        )
      }
    >
      {archiveSite.error && <Alert meaning="danger" title={refusal(archiveSite.error)} assertive className="m-3" />}
      {sites.isPending && <SkeletonRows rows={2} columns={['1fr', '80px']} />}
      {sites.isError && (
        <LoadFailed error={sites.error} title={t('companies.sitesFailed')} onRetry={() => void sites.refetch()} />
      )}
      {sites.data?.length === 0 && (
        <EmptyState icon={MapPin} title={t('companies.noSites')} text={t('companies.noSitesText')} level={3} />
      )}
      <ul>
        {sites.data?.map((site) => (
          <li key={site.id} className="row g4 px-3 py-2 border-t border-line items-start">
            <div className="grow min-w-0">
              <b>{site.name}</b>
              <div className="small muted">
                {[site.line1, site.line2, site.city, `${site.stateCode} ${site.postalCode}`].filter(Boolean).join(', ')}
              </div>
              {(site.contactName || site.contactPhone) && (
                <div className="small">{[site.contactName, site.contactPhone].filter(Boolean).join(', ')}</div>
              )}
              {site.accessNotes && <div className="small muted">{site.accessNotes}</div>}
              {site.budget && (
                <div className="small muted">{t('companies.budgetOf', { amount: money(site.budget) })}</div>
              )}
            </div>
            {mayEdit && (
              <span className="row g2">
                <IconButton
                  size="sm"
                  icon={Pencil}
                  label={t('companies.editSite', { name: site.name })}
                  onClick={() => setEditing(site)}
                />
                <IconButton
                  size="sm"
                  icon={Trash2}
                  label={t('companies.closeSite', { name: site.name })}
                  onClick={() => setClosing(site)}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      {editing && (
        <JobSiteDialog
          companyId={companyId}
          site={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      <ConfirmDialog
        open={closing !== null}
        onOpenChange={(open) => !open && setClosing(null)}
        title={t('companies.closeAsk', { name: closing?.name })}
        effect={t('companies.closeEffect')}
        confirmLabel={t('companies.close')}
        cancelLabel={t('companies.keepSite')}
        danger
        busy={archiveSite.isPending}
        onConfirm={() => closing && archiveSite.mutate(closing.id, { onSettled: () => setClosing(null) })}
      />
    </Panel>
  );
}
