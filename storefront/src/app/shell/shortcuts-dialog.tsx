import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, Kbd, letterKeysEnabled } from '@tradeyard/design-system';

const GROUPS = [
  {
    id: 'everywhere',
    keys: [
      ['/', 'search'],
      ['?', 'help'],
      ['G P', 'products'],
      ['G O', 'orders'],
      ['G Q', 'quickOrder'],
      ['G L', 'lists'],
      ['G C', 'cart'],
      ['Z', 'undo'],
      ['Esc', 'close'],
    ],
  },
  {
    id: 'list',
    keys: [
      ['J K', 'move'],
      ['+ −', 'quantity'],
      ['U', 'unit'],
      ['T', 'tiers'],
      ['S', 'stock'],
      ['Enter', 'add'],
    ],
  },
] as const;

/** Every shortcut there is, by where it works. */
export default function ShortcutsDialog({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('shortcuts.title')}
      description={letterKeysEnabled() ? undefined : t('shortcuts.off')}
      closeLabel={t('shell.close')}
    >
      <div className="grid gap-6 desk:grid-cols-2">
        {GROUPS.map((group) => (
          <section key={group.id}>
            <h3 className="mb-2">{t(`shortcuts.groups.${group.id}`)}</h3>
            <ul className="col g3">
              {group.keys.map(([keys, what]) => (
                <li key={what} className="row g4">
                  <span className="row g2 w-16">
                    {keys.split(' ').map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </span>
                  {t(`shortcuts.${what}`)}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
