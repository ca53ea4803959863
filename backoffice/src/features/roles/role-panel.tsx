import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useRefusal } from '@tradeyard/app-kit';
import { Alert, Avatar, Badge, Button, ConfirmDialog, Timeline } from '@tradeyard/design-system';
import { PanelPart, SidePanel } from '../../shared/list/side-panel';
import { staffQuery, type Role } from '../../shared/people/people.queries';
import { useMay } from '../../shared/session';
import type { RoleChanges } from './role-edits';
import { RoleDialog } from './role-dialog';
import { useRoleChanges } from './roles.queries';

/** One role: who holds it, what the pending changes mean for them, its name and its end. */
export function RolePanel({
  role,
  changes,
  onClose,
  onGone,
}: {
  role: Role;
  changes: RoleChanges | undefined;
  onClose: () => void;
  onGone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [renaming, setRenaming] = useState(false);
  return (
    <SidePanel
      label={t('roles.role', { name: role.name })}
      title={
        <>
          <h2 className="role-subhead">{role.name}</h2>
          {role.builtIn && <Badge meaning="outline">{t('roles.builtIn')}</Badge>}
        </>
      }
      onClose={onClose}
      footer={
        may('role.edit') && (
          <Button icon={Pencil} onClick={() => setRenaming(true)}>
            {t('roles.rename')}
          </Button>
        )
      }
    >
      <Holders role={role} />
      {changes && (
        <PanelPart title={t('roles.whatChanges')}>
          <Timeline
            label={t('roles.whatChanges')}
            items={[
              ...changes.granted.map((code) => [code, true] as const),
              ...changes.withdrawn.map((code) => [code, false] as const),
            ].map(([code, on]) => ({
              id: code,
              state: 'now' as const,
              title: t(on ? 'roles.becomes' : 'roles.ends', { permission: t(`roles.permissions.${code}`) }),
              detail: t(`roles.effects.${code}`),
            }))}
          />
        </PanelPart>
      )}
      {may('role.edit') && !role.builtIn && <EndOfRole role={role} onGone={onGone} />}
      {renaming && <RoleDialog rename={role} onClose={() => setRenaming(false)} />}
    </SidePanel>
  );
}

function Holders({ role }: { role: Role }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const shown = role.side === 'staff' && may('staff.read');
  const { data } = useQuery({ ...staffQuery, enabled: shown });
  const holders = shown ? data?.filter(({ roleIds }) => roleIds.includes(role.id)) : undefined;
  return (
    <PanelPart title={t('roles.holders')} aside={t('roles.members', { count: role.memberCount })}>
      <p className="muted">{t(role.side === 'staff' ? 'roles.ofStaff' : 'roles.ofBuyers')}</p>
      {holders && holders.length > 0 && (
        <>
          <div className="row g2 wrap mt-2">
            {holders.slice(0, 12).map(({ id, name }) => (
              <Avatar key={id} name={name} />
            ))}
          </div>
          <p className="small mt-2">
            {holders
              .slice(0, 5)
              .map(({ name }) => name)
              .join(', ')}
            {holders.length > 5 && ` ${t('roles.andMore', { count: holders.length - 5 })}`}
          </p>
          <Link className="link small" to={`/staff?role=${role.id}`}>
            {t('roles.seeStaff')}
          </Link>
        </>
      )}
    </PanelPart>
  );
}

function EndOfRole({ role, onGone }: { role: Role; onGone: () => void }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const { remove } = useRoleChanges();
  const [asking, setAsking] = useState(false);
  return (
    <PanelPart title={t('roles.deleteTitle')}>
      <div className="col g4 items-start">
        {remove.error && <Alert meaning="danger" title={refusal(remove.error)} assertive />}
        <Button variant="danger-quiet" icon={Trash2} onClick={() => setAsking(true)}>
          {t('roles.delete')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        danger
        title={t('roles.deleteAsk', { name: role.name })}
        effect={t('roles.deleteEffect')}
        confirmLabel={t('roles.delete')}
        cancelLabel={t('roles.keep')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate(role.id, { onSuccess: onGone, onSettled: () => setAsking(false) })}
      />
    </PanelPart>
  );
}
