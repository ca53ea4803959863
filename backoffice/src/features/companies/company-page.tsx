import type { ReactNode } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Inbox, ShoppingCart, Table2, Tags } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { LoadFailed, PageTitle, useDelayed, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, Panel, SkeletonRows } from '@tradeyard/design-system';
import { BackLink, PageHeader, PageSheets } from '../../shared/list/page-frame';
import { useMay } from '../../shared/session';
import { BuyersPanel } from './buyers-panel';
import { companyQuery, useCompanyChanges, type Company } from './companies.queries';
import { CompanyFacts } from './company-facts';
import { CompanyStatus } from './company-status';
import { ContractsPanel } from './contracts-panel';
import { FactsPanel } from './facts-panel';
import { JobSitesPanel } from './job-sites-panel';
import './companies.css';

/** One company: its facts, people, delivery places, and the way to its prices and orders. */
export default function CompanyPage(): ReactNode {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const may = useMay();
  const company = useQuery(companyQuery(id));
  const waiting = useDelayed(company.isPending);
  const mayEdit = may('company.edit');
  if (company.isError && !company.data) {
    return (
      <>
        <PageHeader
          title={
            <>
              <BackLink to="/companies" label={t('companies.back')} />
              <PageTitle name={t('companies.one')} />
            </>
          }
        />
        <PageSheets>
          <LoadFailed
            error={company.error}
            title={t('companies.oneFailed')}
            retrying={company.isFetching}
            onRetry={() => void company.refetch()}
            action={
              <Button asChild>
                <Link to="/companies">{t('companies.all')}</Link>
              </Button>
            }
          />
        </PageSheets>
      </>
    );
  }
  if (!company.data) {
    return (
      <>
        <PageHeader title={<PageTitle name={t('companies.one')} />} />
        <PageSheets>{waiting && <SkeletonRows rows={8} columns={['1fr', '1fr', '1fr']} />}</PageSheets>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={
          <>
            <BackLink to="/companies" label={t('companies.back')} />
            <PageTitle key={company.data.id} name={company.data.name} />
          </>
        }
        views={<CompanyStatus status={company.data.status} />}
        actions={mayEdit && <Blocking company={company.data} />}
      />
      <PageSheets>
        <div className="company-sheet">
          <div>
            {mayEdit ? (
              <FactsPanel company={company.data} />
            ) : (
              <Panel title={t('companies.facts')}>
                <CompanyFacts company={company.data} />
              </Panel>
            )}
            {may('price.read') && <ContractsPanel companyId={id} />}
            <BuyersPanel companyId={id} mayEdit={mayEdit} />
          </div>
          <div>
            <Panel title={t('companies.more')}>
              <div className="col g4 items-start">
                <CompanyLinks id={id} />
              </div>
            </Panel>
            <JobSitesPanel companyId={id} mayEdit={mayEdit} />
          </div>
        </div>
      </PageSheets>
    </>
  );
}

/** The way to what else there is about a company, as far as one may go it. */
export function CompanyLinks({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <>
      {may('order.read') && (
        <>
          <Button asChild>
            <Link to={`/orders?company=${id}`}>
              <Inbox className="i" />
              {t('companies.orders')}
            </Link>
          </Button>
          <Button asChild>
            <Link to={`/carts?company=${id}`}>
              <ShoppingCart className="i" />
              {t('contracts.carts')}
            </Link>
          </Button>
        </>
      )}
      {may('price.read') && (
        <>
          <Button asChild>
            <Link to={`/prices?company=${id}`}>
              <Table2 className="i" />
              {t('companies.prices')}
            </Link>
          </Button>
          <Button asChild>
            <Link to={`/explain?company=${id}`}>
              <Tags className="i" />
              {t('companies.explain')}
            </Link>
          </Button>
        </>
      )}
    </>
  );
}

function Blocking({ company: { id, status, version } }: { company: Company }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const { change } = useCompanyChanges();
  const next = status === 'active' ? 'blocked' : 'active';
  const flip = useMutation({ mutationFn: () => change.mutateAsync({ id, version, status: next }) });
  return (
    <>
      {flip.error && <Alert meaning="danger" title={refusal(flip.error)} assertive />}
      <Button
        variant={status === 'active' ? 'danger-quiet' : 'secondary'}
        busy={flip.isPending}
        onClick={() => flip.mutate()}
      >
        {t(status === 'active' ? 'companies.block' : 'companies.unblock')}
      </Button>
    </>
  );
}
