import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Field, RadioGroup } from '@tradeyard/design-system';
import type { Conflict } from './merge';

/** Somebody else saved first: what both changed is chosen field by field, everything else is already merged. */
export function MergeDialog({
  conflicts,
  labelOf,
  show,
  onKeep,
  onClose,
}: {
  conflicts: readonly Conflict[];
  labelOf: (field: string) => string;
  /** A field's value in words. */
  show: (field: string, value: unknown) => ReactNode;
  /** The fields in which the other person's value wins. */
  onKeep: (theirs: ReadonlySet<string>) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const choose = (field: string, whose: string): void => {
    const next = new Set(theirs);
    if (whose === 'theirs') next.add(field);
    else next.delete(field);
    setTheirs(next);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('merge.title')}
      description={conflicts.length > 0 ? t('merge.text', { count: conflicts.length }) : t('merge.noConflict')}
      closeLabel={t('list.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('merge.back')}</Button>
          <Button variant="primary" onClick={() => onKeep(theirs)}>
            {t('merge.save')}
          </Button>
        </>
      }
    >
      <div className="col g5">
        {conflicts.map(({ field, mine, theirs: other }) => (
          <Field key={field} label={labelOf(field)}>
            <RadioGroup
              value={theirs.has(field) ? 'theirs' : 'mine'}
              onChange={(whose) => choose(field, whose)}
              items={[
                { value: 'theirs', label: t('merge.theirs'), detail: show(field, other) },
                { value: 'mine', label: t('merge.mine'), detail: show(field, mine) },
              ]}
            />
          </Field>
        ))}
      </div>
    </Dialog>
  );
}
