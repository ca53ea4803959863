import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, Kbd, letterKeysEnabled } from '@tradeyard/design-system';
import { useMay } from '../../shared/session';
import { screens } from '../screens';

const lists = [
  ['J K', 'move'],
  ['X', 'select'],
  ['Shift X', 'range'],
  ['Space', 'preview'],
  ['Enter', 'open'],
  ['F', 'filter'],
  ['C', 'confirm'],
] as const;
const everywhere = [
  ['Ctrl K', 'palette'],
  ['/', 'search'],
  ['?', 'help'],
  ['Z', 'undo'],
  ['Esc', 'close'],
] as const;

/** Every shortcut there is, by where it works. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const jumps = screens
    .filter(({ nav, permission }) => nav?.key && may(permission))
    .map(({ nav }) => [`G ${nav?.key?.toUpperCase() ?? ''}`, nav?.labelKey ?? ''] as const);
  const groups = [
    { id: 'everywhere', keys: everywhere.map(([keys, what]) => [keys, t(`shortcuts.${what}`)] as const) },
    { id: 'lists', keys: lists.map(([keys, what]) => [keys, t(`shortcuts.${what}`)] as const) },
    { id: 'goTo', keys: jumps.map(([keys, label]) => [keys, t(label)] as const) },
  ];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('shortcuts.title')}
      description={letterKeysEnabled() ? undefined : t('shortcuts.off')}
      closeLabel={t('shell.close')}
      size="lg"
    >
      <div className="grid gap-6 desk:grid-cols-3">
        {groups.map(({ id, keys }) => (
          <section key={id}>
            <h3 className="mb-2">{t(`shortcuts.groups.${id}`)}</h3>
            <ul className="col g3">
              {keys.map(([combination, text]) => (
                <li key={combination} className="row g4">
                  <span className="row g2 w-20">
                    {combination.split(' ').map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </span>
                  {text}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
