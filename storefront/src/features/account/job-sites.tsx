import { useState, type ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { HardHat, Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LoadFailed, useDelayed, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, ConfirmDialog, EmptyState, IconButton, Panel, SkeletonRows } from '@tradeyard/design-system';
import { useJobSites } from '../../shared/company.queries';
import { useMay } from '../../shared/session';
import type { JobSite } from '../../shared/views';
import { closeJobSite } from './account.queries';
import { JobSiteDialog } from './job-site-dialog';

/** The company's delivery places; whoever manages the company opens, changes and closes them. */
export function JobSites(): ReactNode {
  const { t } = useTranslation();
  const sites = useJobSites();
  const skeleton = useDelayed(sites.isPending);
  const mayManage = useMay('company.manage');
  const [edited, setEdited] = useState<JobSite | 'new' | null>(null);
  const [closing, setClosing] = useState<JobSite | null>(null);
  return (
    <Panel
      title={t('sites.title')}
      flush
      actions={
        mayManage && (
          <Button size="sm" icon={Plus} onClick={() => setEdited('new')}>
            {t('sites.add')}
          </Button>
        )
      }
    >
      {sites.data ? (
        sites.data.length === 0 ? (
          <EmptyState
            level={3}
            icon={HardHat}
            title={t('sites.none')}
            text={mayManage ? t('sites.noneText') : t('sites.askAdmin')}
          />
        ) : (
          <ul className="sites">
            {sites.data.map((site) => (
              <li key={site.id}>
                <div className="grow">
                  <b>{site.name}</b>
                  <div className="small muted">
                    {[site.line1, site.line2, `${site.city}, ${site.stateCode} ${site.postalCode}`]
                      .filter(Boolean)
                      .join(', ')}
                  </div>
                  {(site.contactName || site.accessNotes) && (
                    <div className="small muted">
                      {[site.contactName, site.contactPhone, site.accessNotes].filter(Boolean).join(' · ')}
                    </div>
                  )}
                  {site.poPattern && (
                    <div className="small muted">{t('sites.poFormat', { pattern: site.poPattern })}</div>
                  )}
                </div>
                {mayManage && (
                  <span className="row g2">
                    <IconButton
                      size="sm"
                      icon={Pencil}
                      label={t('sites.edit', { name: site.name })}
                      onClick={() => setEdited(site)}
                    />
                    <IconButton
                      size="sm"
                      icon={Trash2}
                      label={t('sites.closeNamed', { name: site.name })}
                      onClick={() => setClosing(site)}
                    />
                  </span>
                )}
              </li>
            ))}
          </ul>
        )
      ) : sites.isError ? (
        <LoadFailed
          error={sites.error}
          title={t('sites.failed')}
          retrying={sites.isFetching}
          onRetry={() => void sites.refetch()}
        />
      ) : (
        skeleton && <SkeletonRows rows={3} columns={['1fr', '80px']} />
      )}
      {edited && <JobSiteDialog site={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {closing && <CloseDialog site={closing} onClose={() => setClosing(null)} />}
    </Panel>
  );
}

function CloseDialog({ site, onClose }: { site: JobSite; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const close = useMutation({ ...closeJobSite, onSettled: (_, error) => !error && onClose() });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('sites.closeTitle', { name: site.name })}
      effect={t('sites.closeEffect')}
      confirmLabel={t('sites.close')}
      cancelLabel={t('sites.keep')}
      danger
      busy={close.isPending}
      onConfirm={() => close.mutate(site.id)}
    >
      {close.error && <Alert meaning="danger" assertive title={refusal(close.error)} />}
    </ConfirmDialog>
  );
}
