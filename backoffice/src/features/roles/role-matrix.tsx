import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Check, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@tradeyard/design-system';
import type { Role } from '../../shared/people/people.queries';
import { isFixed, isGranted, type RoleEdits } from './role-edits';
import type { Permission } from './roles.queries';

export interface CellPlace {
  permission: string;
  roleId: string;
}

interface RoleMatrixProps {
  label: string;
  roles: readonly Role[];
  permissions: readonly Permission[];
  edits: RoleEdits;
  selected: string | null;
  /** The cell with the keyboard. */
  at: CellPlace | null;
  /** Why this cell cannot be changed; null when it can. */
  lockOf: (role: Role, permission: string) => string | null;
  onAt: (place: CellPlace) => void;
  onSelect: (roleId: string) => void;
  onToggle: (role: Role, permission: string) => void;
}

/** Rights by role. Arrows move, Space and Enter change the cell, a click does both. */
export function RoleMatrix(props: RoleMatrixProps): ReactNode {
  const { label, roles, edits, selected, at, lockOf, onAt, onSelect, onToggle } = props;
  const { t } = useTranslation();
  const groups = groupsOf(props.permissions);
  const permissions = groups.flatMap(([, own]) => own);
  const table = useRef<HTMLTableElement>(null);
  const first = { permission: permissions[0]?.code ?? '', roleId: roles[0]?.id ?? '' };
  const current = at ?? first;

  const go = (row: number, column: number): void => {
    const place = { permission: permissions[row]?.code, roleId: roles[column]?.id };
    if (place.permission === undefined || place.roleId === undefined) return;
    onAt({ permission: place.permission, roleId: place.roleId });
    const cell = `[data-cell="${place.permission}|${place.roleId}"]`;
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(cell)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent, row: number, column: number, role: Role, permission: string): void => {
    const steps: Record<string, [number, number]> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [row, 0],
      End: [row, roles.length - 1],
    };
    const step = steps[event.key];
    if (step) go(...step);
    else if (event.key === ' ' || event.key === 'Enter') onToggle(role, permission);
    else return;
    event.preventDefault();
  };

  return (
    <table className="mx" role="grid" aria-label={label} ref={table}>
      <thead>
        <tr>
          <th scope="col" className="what">
            {t('roles.permission')}
          </th>
          {roles.map((role) => (
            <th key={role.id} scope="col" className={role.id === selected ? 'sel' : undefined}>
              <button type="button" onClick={() => onSelect(role.id)} aria-pressed={role.id === selected}>
                <span className="ell">{role.name}</span>
                <small>{t('roles.members', { count: role.memberCount })}</small>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(([group, own]) => [
          <tr className="g" key={group}>
            <th scope="rowgroup" colSpan={roles.length + 1}>
              {t(`roles.groups.${group}`)}
            </th>
          </tr>,
          ...own.map(({ code }) => {
            const row = permissions.findIndex((each) => each.code === code);
            return (
              <tr key={code}>
                <th scope="row">{t(`roles.permissions.${code}`)}</th>
                {roles.map((role, column) => {
                  const on = isGranted(role, code, edits);
                  const was = role.permissions.includes(code);
                  const lock = lockOf(role, code);
                  return (
                    <td
                      key={role.id}
                      role="gridcell"
                      data-cell={`${code}|${role.id}`}
                      tabIndex={current.permission === code && current.roleId === role.id ? 0 : -1}
                      className={classNames(role.id === selected && 'selc', on !== was && 'chg')}
                      aria-readonly={lock ? true : undefined}
                      aria-describedby={lock ? `lock-${code}-${role.id}` : undefined}
                      title={lock ?? undefined}
                      onFocus={() => {
                        onAt({ permission: code, roleId: role.id });
                      }}
                      onClick={() => onToggle(role, code)}
                      onKeyDown={(event) => onKeyDown(event, row, column, role, code)}
                    >
                      <span className={classNames('pv', on ? 'yes' : 'no')}>
                        {on && <Check className="i i-sm" />}
                        {t(on ? 'roles.yes' : 'roles.no')}
                        {isFixed(role, code) && <Lock className="i i-xs" />}
                      </span>
                      {on !== was && (
                        <span className="was">
                          <span className="sr">{t('roles.before')} </span>
                          {t(was ? 'roles.yes' : 'roles.no')}
                        </span>
                      )}
                      {lock && (
                        <span className="sr" id={`lock-${code}-${role.id}`}>
                          {lock}
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          }),
        ])}
      </tbody>
    </table>
  );
}

function groupsOf(permissions: readonly Permission[]): [string, Permission[]][] {
  const groups = new Map<string, Permission[]>();
  for (const permission of permissions)
    groups.set(permission.group, [...(groups.get(permission.group) ?? []), permission]);
  return [...groups];
}
