import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Reads the rest of the rows one page after the other, for a choice only the whole list can answer. */
export function ReadOn({ more, busy }: { more: () => void; busy: boolean }): ReactNode {
  const { t } = useTranslation();
  useEffect(() => {
    if (!busy) more();
  }, [busy, more]);
  return (
    <p className="muted px-4 py-2" role="status">
      {t('prices.readingOn')}
    </p>
  );
}
