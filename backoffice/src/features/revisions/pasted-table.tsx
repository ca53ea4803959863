import { Fragment, type ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Select, Table, TableScroll, Td, TextInput, Th } from '@tradeyard/design-system';
import { columnRoles, withRole, type ColumnRole, type Pasted } from './pasted-lines';

const SHOWN = 200;

/** The pasted lines with what each column was taken for; refused lines first named, their cells can be mended here. */
export function PastedTable({
  pasted: { lines, roles },
  refused,
  onRoles,
  onCell,
}: {
  pasted: Pasted;
  /** Reasons by place. */
  refused: ReadonlyMap<number, string>;
  onRoles: (roles: ColumnRole[]) => void;
  onCell: (row: number, column: number, cell: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const items = columnRoles.map((value) => ({ value, label: t(`revisions.paste.roles.${value}`) }));
  return (
    <>
      <TableScroll label={t('revisions.paste.lines')} className="pasted" framed>
        <Table caption={t('revisions.paste.lines')}>
          <thead>
            <tr>
              {roles.map((role, at) => (
                <Th key={at}>
                  <Select
                    size="sm"
                    aria-label={t('revisions.paste.column', { number: at + 1 })}
                    items={items}
                    value={role}
                    onChange={(next) => onRoles(withRole(roles, at, next as ColumnRole))}
                  />
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, SHOWN).map((cells, row) => (
              <Fragment key={row}>
                <tr className={refused.has(row) ? 'refused' : undefined}>
                  {cells.map((cell, column) => (
                    <Td
                      key={column}
                      className={roles[column] === 'ignored' ? 'subtle' : undefined}
                      num={roles[column] === 'price'}
                    >
                      {refused.has(row) && roles[column] !== 'ignored' ? (
                        <TextInput
                          size="sm"
                          aria-label={t('revisions.paste.cell', {
                            column: t(`revisions.paste.roles.${roles[column] ?? 'ignored'}`),
                            line: row + 1,
                          })}
                          value={cell}
                          onChange={(event) => onCell(row, column, event.target.value)}
                        />
                      ) : (
                        cell
                      )}
                    </Td>
                  ))}
                </tr>
                {refused.has(row) && (
                  <tr>
                    <Td colSpan={cells.length} className="why c-danger">
                      <CircleAlert className="i i-sm" /> {refused.get(row)}
                    </Td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </Table>
      </TableScroll>
      {lines.length > SHOWN && (
        <p className="small muted">{t('revisions.paste.more', { count: lines.length - SHOWN })}</p>
      )}
    </>
  );
}
