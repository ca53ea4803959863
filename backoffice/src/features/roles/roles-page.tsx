import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LoadFailed, PageTitle, useDelayed } from '@tradeyard/app-kit';
import { Alert, Button, Kbd, SkeletonRows, useHotkeys } from '@tradeyard/design-system';
import { PageBody, PageHeader, PageKeys, Views } from '../../shared/list/page-frame';
import { useUrlState } from '../../shared/list/use-url-state';
import { rolesQuery, type Role, type Side } from '../../shared/people/people.queries';
import { useMay, useStaff } from '../../shared/session';
import { changesOf, isFixed, toggled, type RoleEdits } from './role-edits';
import { RoleDialog } from './role-dialog';
import { RoleMatrix, type CellPlace } from './role-matrix';
import { RolePanel } from './role-panel';
import { permissionsQuery } from './roles.queries';
import { SaveBar } from './save-bar';
import { useSaveRoles } from './use-save-roles';
import './roles.css';

const sides: readonly Side[] = ['staff', 'buyer'];
const NEW_KEY = 'N';

/** Who may do what: a matrix of rights by role, edited in place and saved as a whole. */
export default function RolesPage(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const me = useStaff();
  const url = useUrlState();
  const side: Side = url.get('side') === 'buyer' ? 'buyer' : 'staff';
  const all = useQuery(rolesQuery);
  const vocabulary = useQuery(permissionsQuery);
  const waiting = useDelayed(all.isPending || vocabulary.isPending);
  const [edits, setEdits] = useState<RoleEdits>({});
  const [at, setAt] = useState<CellPlace | null>(null);
  const [creating, setCreating] = useState(false);

  const roles = (all.data ?? []).filter((role) => role.side === side);
  const permissions = (vocabulary.data ?? []).filter((permission) => permission.side === side);
  const selected = roles.find(({ id }) => id === url.get('role'));
  const changes = changesOf(edits, all.data ?? []);
  const saving = useSaveRoles(setEdits);
  const mayEdit = may('role.edit');
  useHotkeys({ n: () => setCreating(true) }, { enabled: mayEdit && !creating });

  const lockOf = (role: Role, permission: string): string | null => {
    if (!mayEdit) return t('roles.locked.readOnly');
    if (isFixed(role, permission)) return t('roles.locked.owner');
    const own = role.side === 'buyer' || me?.roles.includes('owner') || me?.permissions.includes(permission);
    return own || role.permissions.includes(permission) ? null : t('roles.locked.beyond');
  };
  const select = (id: string | null): void => url.set({ role: id }, { replace: Boolean(selected) });
  const toggle = (role: Role, permission: string): void => {
    setAt({ permission, roleId: role.id });
    if (selected && selected.id !== role.id) select(role.id);
    if (lockOf(role, permission)) return;
    saving.clear();
    setEdits((now) => toggled(now, role, permission));
  };
  const error = all.error ?? vocabulary.error;

  return (
    <>
      <PageHeader
        title={<PageTitle name={t('roles.title')} />}
        views={
          <Views
            label={t('list.views')}
            items={sides.map((each) => ({
              to: each === 'staff' ? '/roles' : '/roles?side=buyer',
              label: t(`roles.sides.${each}`),
              count: all.data?.filter((role) => role.side === each).length,
              current: each === side,
            }))}
          />
        }
        actions={
          mayEdit && (
            <Button variant="primary" icon={Plus} onClick={() => setCreating(true)}>
              {t('roles.new')} <Kbd>{NEW_KEY}</Kbd>
            </Button>
          )
        }
      />
      <PageBody
        panel={
          selected && (
            <RolePanel
              key={selected.id}
              role={selected}
              changes={changes.find(({ role }) => role.id === selected.id)}
              onClose={() => select(null)}
              onGone={() => select(null)}
            />
          )
        }
      >
        {error && !all.data ? (
          <LoadFailed
            error={error}
            title={t('roles.failed')}
            retrying={all.isFetching}
            onRetry={() => {
              void all.refetch();
              void vocabulary.refetch();
            }}
          />
        ) : roles.length > 0 && permissions.length > 0 ? (
          <div className="scroll grow" data-roles={side}>
            <RoleMatrix
              label={t('roles.matrix')}
              roles={roles}
              permissions={permissions}
              edits={edits}
              selected={selected?.id ?? null}
              at={
                at && permissions.some(({ code }) => code === at.permission) && roles.some(({ id }) => id === at.roleId)
                  ? at
                  : null
              }
              lockOf={lockOf}
              onAt={setAt}
              onSelect={select}
              onToggle={toggle}
            />
          </div>
        ) : (
          waiting && <SkeletonRows rows={14} columns={['220px', '1fr', '1fr', '1fr', '1fr', '1fr']} />
        )}
      </PageBody>
      {(changes.length > 0 || saving.merged) && (
        <SaveBar
          changes={changes}
          busy={saving.busy}
          problem={saving.problem}
          notice={
            saving.merged && (
              <Alert meaning="mark" title={t('roles.merged', { name: saving.merged.role.name })} assertive>
                {t('roles.mergedText', {
                  what:
                    [...saving.merged.granted, ...saving.merged.withdrawn]
                      .map((code) => t(`roles.permissions.${code}`))
                      .join(', ') || t('roles.name'),
                })}
              </Alert>
            )
          }
          onDiscard={() => {
            saving.clear();
            setEdits({});
          }}
          onSave={() => void saving.save(changes)}
        />
      )}
      <PageKeys
        items={[
          { keys: ['↑', '↓', '←', '→'], text: t('list.move') },
          ...(mayEdit
            ? [
                { keys: ['Space'], text: t('roles.change') },
                { keys: [NEW_KEY], text: t('roles.new') },
              ]
            : []),
        ]}
        end={t('roles.legend')}
      />
      {creating && <RoleDialog side={side} onMade={select} onClose={() => setCreating(false)} />}
    </>
  );
}
