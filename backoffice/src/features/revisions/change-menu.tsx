import { lazy, Suspense, type ReactNode } from 'react';
import { ClipboardPaste, Copy, FileUp, Percent, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Menu, MenuItem, type IconType } from '@tradeyard/design-system';
import type { Revision } from './revision-views';

const FormulaDrawer = lazy(() => import('./formula-drawer'));
const PasteDrawer = lazy(() => import('./paste-drawer'));
const UploadDrawer = lazy(() => import('./upload-drawer'));
const AddPriceDrawer = lazy(() => import('./add-price-drawer'));

export type Way = 'formula' | 'paste' | 'upload' | 'copy' | 'add';

/** The ways to change prices in a revision. */
export const ways: readonly { name: Way; icon: IconType }[] = [
  { name: 'formula', icon: Percent },
  { name: 'paste', icon: ClipboardPaste },
  { name: 'upload', icon: FileUp },
  { name: 'copy', icon: Copy },
  { name: 'add', icon: Plus },
];

/** Offers the ways to change prices, and the drawer of the one that was chosen. */
export function ChangeMenu({
  revision,
  way,
  onWay,
}: {
  revision: Revision;
  way: Way | null;
  onWay: (way: Way | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const close = (): void => onWay(null);
  return (
    <>
      <Menu align="end" trigger={<Button icon={Plus}>{t('revisions.ways.title')}</Button>}>
        {ways.map(({ name, icon }) => (
          <MenuItem key={name} icon={icon} onSelect={() => onWay(name)}>
            {t(`revisions.ways.${name}`)}
          </MenuItem>
        ))}
      </Menu>
      <Suspense fallback={null}>
        {(way === 'formula' || way === 'copy') && (
          <FormulaDrawer key={way} revision={revision} copy={way === 'copy'} onClose={close} />
        )}
        {way === 'paste' && <PasteDrawer revision={revision} onClose={close} />}
        {way === 'upload' && <UploadDrawer revision={revision} onClose={close} />}
        {way === 'add' && <AddPriceDrawer revision={revision} onClose={close} />}
      </Suspense>
    </>
  );
}
