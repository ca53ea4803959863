import { useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Plus, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PageTitle, useFormats } from '@tradeyard/app-kit';
import { Avatar, Button, EmptyState, FilterToken, Kbd, useHotkeys } from '@tradeyard/design-system';
import type { Column } from '../../shared/list/columns';
import { DataTable } from '../../shared/list/data-table';
import { FilterBar, PageBody, PageHeader, PageKeys, Views } from '../../shared/list/page-frame';
import { SearchBox } from '../../shared/list/search-box';
import { SidePanel } from '../../shared/list/side-panel';
import { useSelected, useUrlState, withChange } from '../../shared/list/use-url-state';
import { InviteDialog } from '../../shared/people/invite-dialog';
import { rolesQuery, staffQuery, type Person, type Role } from '../../shared/people/people.queries';
import { PersonForm } from '../../shared/people/person-form';
import { PersonStatus } from '../../shared/people/person-status';
import { useMay } from '../../shared/session';
import { matches } from './staff-filter';
import { useStaffChanges } from './staff.queries';

const statuses = ['active', 'invited', 'disabled'] as const;
const noRoles: Role[] = [];
const NEW_KEY = 'N';

/** The distributor's own people: who they are, what they may do, and whether they may sign in. */
export default function StaffPage(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const url = useUrlState();
  const selected = useSelected();
  const staff = useQuery(staffQuery);
  const { data: roles = noRoles } = useQuery({ ...rolesQuery, enabled: may('role.read') });
  const { add, change } = useStaffChanges();
  const [inviting, setInviting] = useState(false);
  const mayEdit = may('staff.edit');
  useHotkeys({ n: () => setInviting(true) }, { enabled: mayEdit && !inviting });

  const ofStaff = useMemo(() => roles.filter(({ side }) => side === 'staff'), [roles]);
  const filter = { search: url.get('search'), status: url.get('status'), role: url.get('role') };
  const people = staff.data?.filter((person) => matches(person, filter));
  const person = staff.data?.find(({ id }) => id === selected.id);
  const columns = useColumns(ofStaff);
  const filtered = Object.values(filter).some(Boolean);
  const clear = (): void => url.set({ search: null, status: null, role: null });
  const at = people?.findIndex(({ id }) => id === selected.id) ?? -1;
  const go = (to: number) => (people?.[to] ? () => selected.open(people[to]?.id ?? '') : undefined);

  return (
    <>
      <PageHeader
        title={<PageTitle name={t('staff.title')} />}
        views={
          <Views
            label={t('list.views')}
            items={[null, ...statuses].map((status) => ({
              to: `/staff?${withChange(url.params, { status, selected: null }).toString()}`,
              label: status ? t(`people.status.${status}`) : t('staff.everybody'),
              count: staff.data?.filter((each) => matches(each, { ...filter, status: status ?? '' })).length,
              current: filter.status === (status ?? ''),
            }))}
          />
        }
        actions={
          mayEdit && (
            <Button variant="primary" icon={Plus} onClick={() => setInviting(true)}>
              {t('staff.invite')} <Kbd>{NEW_KEY}</Kbd>
            </Button>
          )
        }
      />
      <FilterBar label={t('list.filters')}>
        <SearchBox
          label={t('staff.search')}
          value={filter.search}
          onSearch={(search) => url.set({ search }, { replace: true })}
        />
        {filter.role && (
          <FilterToken
            name={t('staff.role')}
            operator={t('list.is')}
            value={ofStaff.find(({ id }) => id === filter.role)?.name ?? '…'}
            onRemove={() => url.set({ role: null })}
            removeLabel={t('list.removeFilter', { name: t('staff.role') })}
          />
        )}
      </FilterBar>
      <PageBody
        panel={
          person && (
            <SidePanel
              key={person.id}
              label={person.name}
              title={
                <>
                  <Avatar name={person.name} />
                  <h2 className="role-subhead ell">{person.name}</h2>
                </>
              }
              onClose={selected.close}
              onPrevious={go(at - 1)}
              onNext={go(at + 1)}
            >
              <PersonForm
                person={person}
                roles={ofStaff}
                mayEdit={mayEdit}
                onChange={(next) => change.mutateAsync({ id: person.id, ...next })}
              />
            </SidePanel>
          )
        }
      >
        <DataTable
          label={t('staff.title')}
          list={{
            rows: people,
            total: people?.length ?? 0,
            error: staff.isError && !staff.data ? staff.error : null,
            stale: false,
            fetching: staff.isFetching,
            more: () => undefined,
            refetch: () => void staff.refetch(),
          }}
          columns={columns}
          rowId={({ id }) => id}
          current={selected.id}
          onCurrent={selected.open}
          onPreview={selected.open}
          onOpen={selected.open}
          panelOpen={Boolean(person)}
          failed={t('staff.failed')}
          empty={
            <EmptyState
              icon={Users}
              title={t(filtered ? 'staff.noMatch' : 'staff.empty')}
              text={filtered ? t('staff.noMatchText') : undefined}
              action={filtered && <Button onClick={clear}>{t('list.clearFilters')}</Button>}
            />
          }
        />
      </PageBody>
      <PageKeys
        items={[
          { keys: ['J', 'K'], text: t('list.move') },
          { keys: ['Space'], text: t('list.preview') },
          { keys: ['/'], text: t('list.search') },
          ...(mayEdit ? [{ keys: [NEW_KEY], text: t('staff.invite') }] : []),
        ]}
      />
      {inviting && (
        <InviteDialog
          title={t('staff.inviteTitle')}
          roles={ofStaff}
          onInvite={(invitation) => add.mutateAsync(invitation).then(({ id }) => selected.open(id))}
          onClose={() => setInviting(false)}
        />
      )}
    </>
  );
}

function useColumns(roles: readonly Role[]): Column<Person>[] {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  return useMemo(
    () => [
      {
        id: 'name',
        meta: { label: t('people.name'), width: '26%', truncate: true, fixed: true },
        cell: ({ row: { original } }) => (
          <span className="row g4">
            <Avatar name={original.name} />
            <span className="font-semibold ell">{original.name}</span>
          </span>
        ),
      },
      {
        id: 'email',
        meta: { label: t('people.email'), truncate: true, dropsWithPanel: true },
        cell: ({ row: { original } }) => <span className="muted">{original.email}</span>,
      },
      {
        id: 'roles',
        meta: { label: t('people.roles'), width: '24%', truncate: true },
        cell: ({ row: { original } }) =>
          original.roleIds.map((id, at) => roles.find((role) => role.id === id)?.name ?? original.roles[at]).join(', '),
      },
      {
        id: 'lastSignIn',
        meta: { label: t('people.lastSignIn'), width: '150px', dropsWithPanel: true },
        cell: ({ row: { original } }) => (
          <span className="muted">{original.lastSignInAt ? dateTime(original.lastSignInAt) : t('people.never')}</span>
        ),
      },
      {
        id: 'status',
        meta: { label: t('people.statusName'), width: '120px' },
        cell: ({ row: { original } }) => <PersonStatus status={original.status} />,
      },
    ],
    [roles, t, dateTime],
  );
}
