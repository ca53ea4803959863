import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { CalendarCog, Copy, FileSignature, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { LoadFailed, useFormats } from '@tradeyard/app-kit';
import { Badge, Button, EmptyState, IconButton, Panel, Rung, SkeletonRows } from '@tradeyard/design-system';
import { DaysLeft, usePeriod } from '../../shared/period';
import { useMay } from '../../shared/session';
import { ContractDialog } from './contract-dialog';
import { contractsOfQuery, type Contract } from './contracts.queries';
import { CopyContractDialog } from './copy-contract-dialog';

/** The prices agreed with a company: each contract with its days, the way into its prices, and its copy for another. */
export function ContractsPanel({ companyId }: { companyId: string }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const contracts = useQuery(contractsOfQuery(companyId));
  const [edited, setEdited] = useState<Contract | 'new' | null>(null);
  const [copied, setCopied] = useState<Contract | null>(null);
  const mayEdit = may('price.edit');
  // Another period changes what is paid at once.
  const mayChange = may('price.publish');
  return (
    <Panel
      title={t('contracts.title')}
      flush
      actions={
        mayEdit && (
          <Button size="sm" icon={Plus} onClick={() => setEdited('new')}>
            {t('contracts.new')}
          </Button>
        )
      }
    >
      {contracts.isPending && <SkeletonRows rows={2} columns={['1fr', '120px']} />}
      {contracts.isError && !contracts.data && (
        <LoadFailed
          error={contracts.error}
          title={t('contracts.failed')}
          retrying={contracts.isFetching}
          onRetry={() => void contracts.refetch()}
        />
      )}
      {contracts.data?.length === 0 && (
        <EmptyState icon={FileSignature} title={t('contracts.none')} text={t('contracts.noneText')} level={3} />
      )}
      <ul className="contracts">
        {contracts.data?.map((contract) => (
          <li key={contract.id}>
            <ContractFacts contract={contract} />
            <DaysLeft {...contract} />
            {(mayChange || mayEdit) && (
              <span className="row g2">
                {mayChange && (
                  <IconButton
                    size="sm"
                    icon={CalendarCog}
                    label={t('contracts.changeNamed', { name: contract.name })}
                    onClick={() => setEdited(contract)}
                  />
                )}
                {mayEdit && (
                  <IconButton
                    size="sm"
                    icon={Copy}
                    label={t('contracts.copyNamed', { name: contract.name })}
                    onClick={() => setCopied(contract)}
                  />
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {edited && (
        <ContractDialog
          companyId={companyId}
          contract={edited === 'new' ? null : edited}
          onMade={({ id }) => void navigate(`/prices?table=${id}`)}
          onClose={() => setEdited(null)}
        />
      )}
      {copied && <CopyContractDialog contract={copied} onClose={() => setCopied(null)} />}
    </Panel>
  );
}

function ContractFacts({ contract }: { contract: Contract }): ReactNode {
  const { t } = useTranslation();
  const { date } = useFormats();
  const period = usePeriod();
  const live = contract.lastLive;
  return (
    <div className="grow min-w-0">
      <span className="row g4 wrap">
        <Rung level={3} />
        <Link className="link strong" to={`/prices?table=${contract.id}`}>
          {contract.name}
        </Link>
        {contract.openRevisions > 0 && (
          <Badge meaning="mark">{t('contracts.drafts', { count: contract.openRevisions })}</Badge>
        )}
      </span>
      <div className="small muted">
        {[
          period(contract),
          live ? t('contracts.liveSince', { number: live.number, date: date(live.at) }) : t('contracts.neverLive'),
        ].join(' · ')}
      </div>
    </div>
  );
}
