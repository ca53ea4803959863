import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Plus, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LoadFailed } from '@tradeyard/app-kit';
import { Avatar, Button, Drawer, EmptyState, Panel, SkeletonRows } from '@tradeyard/design-system';
import { useSelected } from '../../shared/list/use-url-state';
import { InviteDialog } from '../../shared/people/invite-dialog';
import { rolesQuery } from '../../shared/people/people.queries';
import { PersonForm } from '../../shared/people/person-form';
import { PersonStatus } from '../../shared/people/person-status';
import { useMay } from '../../shared/session';
import { buyersQuery, useCompanyPeople } from './companies.queries';

/** The people who may buy for a company. */
export function BuyersPanel({ companyId, mayEdit }: { companyId: string; mayEdit: boolean }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const buyers = useQuery(buyersQuery(companyId));
  const roles = useQuery({ ...rolesQuery, enabled: may('role.read') });
  const { addBuyer, changeBuyer } = useCompanyPeople(companyId);
  const selected = useSelected('buyer');
  const [adding, setAdding] = useState(false);
  const ofBuyers = roles.data?.filter(({ side }) => side === 'buyer') ?? [];
  const buyer = buyers.data?.find(({ id }) => id === selected.id);
  return (
    <Panel
      title={t('companies.buyers')}
      flush
      actions={
        mayEdit &&
        ofBuyers.length > 0 && (
          <Button size="sm" icon={Plus} onClick={() => setAdding(true)}>
            {t('companies.addBuyer')}
          </Button>
        )
      }
    >
      {buyers.isPending && <SkeletonRows rows={3} columns={['22px', '1fr', '80px']} />}
      {buyers.isError && (
        <LoadFailed error={buyers.error} title={t('companies.buyersFailed')} onRetry={() => void buyers.refetch()} />
      )}
      {buyers.data?.length === 0 && (
        <EmptyState icon={Users} title={t('companies.noBuyers')} text={t('companies.noBuyersText')} level={3} />
      )}
      <ul>
        {buyers.data?.map((each) => (
          <li key={each.id} className="row g4 px-3 py-2 border-t border-line">
            <Avatar name={each.name} />
            <div className="grow min-w-0">
              <button type="button" className="link font-semibold" onClick={() => selected.open(each.id)}>
                {each.name}
              </button>
              <div className="small muted ell">
                {each.email},{' '}
                {each.roleIds
                  .map((id, at) => ofBuyers.find((role) => role.id === id)?.name ?? each.roles[at])
                  .join(', ')}
              </div>
            </div>
            <PersonStatus status={each.status} />
          </li>
        ))}
      </ul>
      {adding && (
        <InviteDialog
          title={t('companies.addBuyer')}
          roles={ofBuyers}
          mayChoosePassword
          onInvite={(invitation) => addBuyer.mutateAsync(invitation)}
          onClose={() => setAdding(false)}
        />
      )}
      <Drawer
        size="side"
        open={Boolean(buyer)}
        onOpenChange={(open) => !open && selected.close()}
        title={buyer?.name}
        closeLabel={t('list.close')}
      >
        {buyer && (
          <div className="-m-panel">
            <PersonForm
              key={buyer.id}
              person={buyer}
              roles={ofBuyers}
              mayEdit={mayEdit}
              onChange={(change) => changeBuyer.mutateAsync({ id: buyer.id, ...change })}
            />
          </div>
        )}
      </Drawer>
    </Panel>
  );
}
