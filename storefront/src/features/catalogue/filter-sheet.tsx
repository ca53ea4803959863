import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Button, Sheet } from '@tradeyard/design-system';

/** The filters on a phone: from the bottom edge, with how many products they leave. */
export default function FilterSheet({
  total,
  onClear,
  onClose,
  children,
}: {
  total: number;
  /** Absent while nothing is filtered. */
  onClear?: () => void;
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('catalogue.filters')}
      closeLabel={t('shell.close')}
      footer={
        <>
          <Button variant="primary" className="grow" onClick={onClose}>
            {t('catalogue.show', { count: total, shown: quantity(String(total)) })}
          </Button>
          {onClear && (
            <Button variant="ghost" onClick={onClear}>
              {t('catalogue.clear')}
            </Button>
          )}
        </>
      }
    >
      <div className="fac fac--sheet">{children}</div>
    </Sheet>
  );
}
