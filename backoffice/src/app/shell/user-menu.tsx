import { useState, type ReactNode } from 'react';
import { Keyboard, LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages } from '@tradeyard/app-kit';
import {
  applyTheme,
  Avatar,
  letterKeysEnabled,
  Menu,
  MenuCheckItem,
  MenuItem,
  MenuLabel,
  MenuSeparator,
  rememberedTheme,
  setLetterKeysEnabled,
  VisuallyHidden,
  type Theme,
} from '@tradeyard/design-system';
import { api } from '../../shared/api';
import { useStaff } from '../../shared/session';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Who is here, how they like the page, and the way out. */
export default function UserMenu({ onShortcuts }: { onShortcuts: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const user = useStaff();
  const [theme, setTheme] = useState(rememberedTheme);
  const [letters, setLetters] = useState(letterKeysEnabled);
  if (!user) return null;
  const roleNames = (codes: readonly string[]): string =>
    codes.map((code) => t(`shell.roles.${code}`, { defaultValue: code })).join(', ');
  const leave = async (): Promise<void> => {
    await api.session.signOut();
    // A new page: whoever comes next neither finds nor continues what this person had open.
    window.location.assign('/backoffice/login');
  };
  return (
    <div className="me">
      <Menu
        trigger={
          <button type="button">
            <span aria-hidden="true">
              <Avatar name={user.name} />
            </span>
            <span className="t">
              <b className="ell block">{user.name}</b>
              <span className="small muted ell block">{roleNames(user.roles)}</span>
              <VisuallyHidden>{t('shell.you')}</VisuallyHidden>
            </span>
          </button>
        }
      >
        <MenuLabel>{t('shell.language')}</MenuLabel>
        {languages.map(({ code, name }) => (
          <MenuCheckItem key={code} checked={i18n.language === code} onChange={() => void chooseLanguage(code)}>
            {name}
          </MenuCheckItem>
        ))}
        <MenuSeparator />
        <MenuLabel>{t('shell.theme')}</MenuLabel>
        {themes.map((each) => (
          <MenuCheckItem
            key={each}
            checked={theme === each}
            onChange={() => {
              applyTheme(each);
              setTheme(each);
            }}
          >
            {t(`shell.themes.${each}`)}
          </MenuCheckItem>
        ))}
        <MenuSeparator />
        <MenuCheckItem
          checked={letters}
          onChange={(on) => {
            setLetterKeysEnabled(on);
            setLetters(on);
          }}
        >
          {t('shell.letterKeys')}
        </MenuCheckItem>
        <MenuItem icon={Keyboard} shortcut="?" onSelect={onShortcuts}>
          {t('shell.shortcuts')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={LogOut} onSelect={() => void leave()}>
          {t('shell.signOut')}
        </MenuItem>
      </Menu>
    </div>
  );
}
