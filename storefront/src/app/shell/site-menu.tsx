import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '@tradeyard/app-kit';
import { Menu, MenuCheckItem, useToast } from '@tradeyard/design-system';
import { useCart, useChooseContext } from '../../shared/cart/cart.queries';
import { useJobSites } from '../../shared/company.queries';
import type { LateMenuProps } from './late-menu';

/** Every place the cart may go to; choosing one changes the prices on all screens. */
export default function SiteMenu({ trigger, open, onOpenChange }: LateMenuProps): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const refusal = useRefusal();
  const sites = useJobSites().data ?? [];
  const cart = useCart().data;
  const choose = useChooseContext();
  const take = (jobSiteId: string | null): void => {
    onOpenChange(false);
    choose.mutate({ jobSiteId }, { onError: (error) => toast.show({ message: refusal(error) }) });
  };
  return (
    <Menu trigger={trigger} open={open} onOpenChange={onOpenChange}>
      <MenuCheckItem checked={!cart?.jobSiteId} onChange={() => take(null)}>
        {t('context.companyAddress')}
      </MenuCheckItem>
      {sites.map((site) => (
        <MenuCheckItem key={site.id} checked={cart?.jobSiteId === site.id} onChange={() => take(site.id)}>
          <span>
            {site.name} <span className="muted">{`${site.city}, ${site.stateCode}`}</span>
          </span>
        </MenuCheckItem>
      ))}
    </Menu>
  );
}
