import type { ReactNode } from 'react';
import { ListChecks, LogOut, User } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { Menu, MenuItem, MenuSeparator } from '@tradeyard/design-system';
import { api } from '../../shared/api';
import { useMay } from '../../shared/session';
import type { LateMenuProps } from './late-menu';

/** Where the buyer's own things are, and the way out. */
export default function AccountMenu({ trigger, open, onOpenChange }: LateMenuProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayFill = useMay('cart.edit');
  return (
    <Menu align="end" trigger={trigger} open={open} onOpenChange={onOpenChange}>
      <MenuItem icon={User} onSelect={() => void navigate('/account')}>
        {t('shell.account')}
      </MenuItem>
      {mayFill && (
        <MenuItem icon={ListChecks} onSelect={() => void navigate('/lists')}>
          {t('shell.lists')}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={LogOut} onSelect={() => void api.session.signOut()}>
        {t('shell.signOut')}
      </MenuItem>
    </Menu>
  );
}
