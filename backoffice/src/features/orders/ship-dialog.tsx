import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { unitWord, useFormats } from '@tradeyard/app-kit';
import {
  Button,
  Dialog,
  Field,
  formatQuantity,
  parseQuantity,
  Select,
  Table,
  TableScroll,
  Td,
  TextInput,
  Th,
} from '@tradeyard/design-system';
import { branchesQuery } from '../../shared/catalogue.queries';
import { useMay } from '../../shared/session';
import type { StepDialogProps } from './order-actions';
import type { OrderLine } from './order-views';

const EVERY_BRANCH = '';

/** What leaves now: everything open unless somebody says less; lines without stock wait or leave from a named branch. */
export default function ShipDialog({ order, busy, problem, onSend, onClose }: StepDialogProps): ReactNode {
  const { t } = useTranslation();
  const { quantity, date, decimalSeparator } = useFormats();
  const open = order.lines.filter((line) => (parseQuantity(line.open) ?? 0n) > 0n);
  const waits = open.some(({ branch }) => !branch);
  // A line that waits for stock may leave from any branch that has it by now.
  const may = useMay();
  const everywhere = useQuery({ ...branchesQuery, enabled: waits && may('stock.read') });
  const branches = new Map([
    ...order.lines.flatMap(({ branch }) => (branch ? [[branch.id, branch.name] as const] : [])),
    ...(waits ? (everywhere.data ?? []) : []).filter(({ active }) => active).map(({ id, name }) => [id, name] as const),
  ]);
  const [branchId, setBranchId] = useState(EVERY_BRANCH);
  const [note, setNote] = useState('');
  const [wanted, setWanted] = useState<Record<number, string>>(() =>
    Object.fromEntries(open.map((line) => [line.lineNo, plain(line.open).replace('.', decimalSeparator)])),
  );
  const leaves = ({ branch }: OrderLine): boolean =>
    branchId === EVERY_BRANCH ? branch !== null : branch === null || branch.id === branchId;
  const problemOf = (line: OrderLine): string | undefined => {
    const asked = parseQuantity(wanted[line.lineNo]?.trim() || '0');
    if (asked === null) return t('orders.ship.notQuantity');
    if (asked > (parseQuantity(line.open) ?? 0n))
      return t('orders.ship.tooMuch', { open: quantity(line.open), unit: unitWord(line.open, line.unitName) });
    return undefined;
  };
  const parts = open.filter(leaves).flatMap(({ lineNo }) => {
    const asked = parseQuantity(wanted[lineNo]?.trim() ?? '');
    return asked ? [{ lineNo, quantity: formatQuantity(asked) }] : [];
  });
  const wrong = open.some((line) => leaves(line) && problemOf(line));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (wrong || parts.length === 0) return;
    onSend({
      step: 'ship',
      lines: parts,
      ...(branchId && { branchId }),
      ...(note.trim() && { note: note.trim() }),
    });
  };
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(on) => !on && onClose()}
      title={t('orders.ship.title', { number: order.number })}
      description={t('orders.ship.text')}
      closeLabel={t('list.close')}
    >
      <form className="col g5" onSubmit={send}>
        {problem}
        {(branches.size > 1 || waits) && branches.size > 0 && (
          <Field label={t('orders.ship.from')}>
            <Select
              items={[
                { value: EVERY_BRANCH, label: t('orders.ship.everyBranch') },
                ...[...branches].map(([value, label]) => ({ value, label })),
              ]}
              value={branchId}
              onChange={setBranchId}
            />
          </Field>
        )}
        <TableScroll label={t('orders.ship.lines')} framed>
          <Table caption={t('orders.ship.lines')} plain>
            <thead>
              <tr>
                <Th>{t('orders.line.product')}</Th>
                <Th>{t('orders.line.branch')}</Th>
                <Th num>{t('orders.line.open')}</Th>
                <Th num>{t('orders.ship.now')}</Th>
              </tr>
            </thead>
            <tbody>
              {open.map((line) => {
                const here = leaves(line);
                const error = here ? problemOf(line) : undefined;
                return (
                  <tr key={line.lineNo}>
                    <Td>
                      <b>{line.name}</b>
                      <div className="small muted">{line.sku}</div>
                    </Td>
                    <Td>
                      {line.branch?.name ??
                        (line.expectedDate
                          ? t('orders.line.waitsUntil', { date: date(line.expectedDate) })
                          : t('orders.line.waits'))}
                    </Td>
                    <Td num>
                      {quantity(line.open)} <span className="muted">{unitWord(line.open, line.unitName)}</span>
                    </Td>
                    <Td num className="w-40">
                      <Field label={t('orders.ship.nowOf', { name: line.name })} hideLabel error={error}>
                        <TextInput
                          numeric
                          size="sm"
                          disabled={!here}
                          value={here ? (wanted[line.lineNo] ?? '') : ''}
                          suffix={<span className="muted">{line.unitName}</span>}
                          onChange={(event) => setWanted({ ...wanted, [line.lineNo]: event.target.value })}
                        />
                      </Field>
                    </Td>
                  </tr>
                );
              })}
            </tbody>
          </Table>
        </TableScroll>
        <Field label={t('orders.ship.note')} aside={t('list.optional')}>
          <TextInput value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <div className="row g4 justify-end">
          <Button onClick={onClose}>{t('list.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            busy={busy}
            disabledReason={
              wrong ? t('orders.ship.fixFirst') : parts.length === 0 ? t('orders.ship.nothing') : undefined
            }
          >
            {t('orders.ship.verb', { count: parts.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const plain = (text: string): string => formatQuantity(parseQuantity(text) ?? 0n);
