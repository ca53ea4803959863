import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Check, Moon, Plus, Warehouse } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LoadFailed, PageTitle, useDelayed, useTenant } from '@tradeyard/app-kit';
import {
  Badge,
  Button,
  EmptyState,
  Kbd,
  SkeletonRows,
  Table,
  TableScroll,
  Td,
  Th,
  useHotkeys,
} from '@tradeyard/design-system';
import { branchesQuery, type Branch } from '../../shared/catalogue.queries';
import { PageBody, PageHeader, PageKeys } from '../../shared/list/page-frame';
import { useMay } from '../../shared/session';
import { BranchDialog } from './branch-dialog';

/** The places that hold stock, in the order they are asked. */
export default function BranchesPage(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const { states } = useTenant();
  const { data, error, isFetching, refetch } = useQuery(branchesQuery);
  const waiting = useDelayed(!data && !error);
  const [edited, setEdited] = useState<Branch | 'new' | null>(null);
  const mayEdit = may('stock.edit');
  useHotkeys({ n: () => setEdited('new') }, { enabled: mayEdit });
  return (
    <>
      <PageHeader
        title={<PageTitle name={t('places.branches')} />}
        actions={
          mayEdit && (
            <Button variant="primary" icon={Plus} onClick={() => setEdited('new')}>
              {t('places.newBranch')}
              <Kbd>{'N'}</Kbd>
            </Button>
          )
        }
      />
      <PageBody>
        {error && (
          <LoadFailed
            error={error}
            title={t('places.branchesFailed')}
            retrying={isFetching}
            onRetry={() => void refetch()}
          />
        )}
        {waiting && <SkeletonRows rows={4} columns={['1fr', '120px', '1fr']} />}
        {data?.length === 0 && (
          <EmptyState icon={Warehouse} title={t('places.noBranches')} text={t('places.noBranchesText')} />
        )}
        {data && data.length > 0 && (
          <TableScroll label={t('places.branches')} className="scroll grow">
            <Table caption={t('places.branches')} fixedRows className="grid-rows">
              <thead>
                <tr>
                  <Th>{t('places.name')}</Th>
                  <Th style={{ width: '100px' }}>{t('places.code')}</Th>
                  <Th style={{ width: '160px' }}>{t('places.state')}</Th>
                  <Th>{t('places.serves')}</Th>
                  <Th num style={{ width: '90px' }}>
                    {t('places.position')}
                  </Th>
                  <Th style={{ width: '110px' }}>{t('places.status')}</Th>
                </tr>
              </thead>
              <tbody>
                {data.map((branch) => (
                  <tr key={branch.id}>
                    <Td className="ell">
                      {mayEdit ? (
                        <button type="button" data-row-link="" onClick={() => setEdited(branch)}>
                          {branch.name}
                        </button>
                      ) : (
                        <b>{branch.name}</b>
                      )}
                    </Td>
                    <Td>{branch.code}</Td>
                    <Td className="ell">
                      {states.find(({ code }) => code === branch.stateCode)?.name ?? branch.stateCode}
                    </Td>
                    <Td className="ell muted">{branch.serves.join(', ')}</Td>
                    <Td num>{branch.position}</Td>
                    <Td>
                      {branch.active ? (
                        <Badge meaning="success" icon={Check}>
                          {t('places.active')}
                        </Badge>
                      ) : (
                        <Badge meaning="outline" icon={Moon}>
                          {t('places.inactive')}
                        </Badge>
                      )}
                    </Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </TableScroll>
        )}
      </PageBody>
      {mayEdit && <PageKeys items={[{ keys: ['N'], text: t('places.newBranch') }]} />}
      {edited && <BranchDialog branch={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}
