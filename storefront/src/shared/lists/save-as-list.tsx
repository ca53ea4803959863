import { lazy, Suspense, useState, type ReactNode } from 'react';
import { ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonProps } from '@tradeyard/design-system';
import type { ListBeginning } from './save-list';

const SaveListDialog = lazy(() => import('./save-list-dialog'));

/** Keeps what is on the screen as a list of the company; the dialog's script comes when it is asked for. */
export function SaveAsList({
  beginning,
  name = '',
  variant,
  label,
}: {
  beginning: ListBeginning;
  /** What the list is called unless the buyer says otherwise. */
  name?: string;
  variant?: ButtonProps['variant'];
  label?: string;
}): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={variant} icon={ListChecks} onClick={() => setOpen(true)}>
        {label ?? t('lists.saveAs')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <SaveListDialog beginning={beginning} name={name} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
