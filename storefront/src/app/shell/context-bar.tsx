import { lazy, type ReactNode } from 'react';
import { Building2, ChevronDown, FileCheck, HardHat } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats, useTenant } from '@tradeyard/app-kit';
import { useCart } from '../../shared/cart/cart.queries';
import { useCompany, useJobSites, usePlace } from '../../shared/company.queries';
import { useBuyer, useMay } from '../../shared/session';
import { LateMenu } from './late-menu';

const SiteMenu = lazy(() => import('./site-menu'));

/** What changes every price: where it goes and whose prices apply. Only for buyers. */
export function ContextBar(): ReactNode {
  const { t } = useTranslation();
  const { states } = useTenant();
  const { summary } = useFormats();
  const buyer = useBuyer();
  const company = useCompany().data;
  const mayFill = useMay('cart.edit');
  const cart = useCart().data;
  if (!buyer?.company) return null;
  const stateCode = cart?.stateCode ?? buyer.company.stateCode;
  const state = states.find(({ code }) => code === stateCode)?.name ?? stateCode;
  const hasCredit = company && !/^0*(\.0*)?$/.test(company.creditLimit);
  return (
    <div className="ctx">
      <Site />
      {mayFill && (
        <div className="only-desk">
          <FileCheck className="i" />
          <span>
            <small>{t('context.prices')}</small>
            <b>{buyer.company.name}</b> <span className="muted">{t('context.pricesIn', { state })}</span>
          </span>
        </div>
      )}
      {hasCredit && (
        <div className="cr">
          <span>
            <small>{t('context.creditLimit')}</small>
            <b>{summary(company.creditLimit)}</b>
          </span>
        </div>
      )}
    </div>
  );
}

function Site(): ReactNode {
  const { t } = useTranslation();
  const buyer = useBuyer();
  const sites = useJobSites().data ?? [];
  const place = usePlace();
  const may = useMay('cart.edit');
  const name = place?.name ?? t('context.companyAddress');
  const shown = (
    <>
      <HardHat className="i" />
      <span className="grow">
        <small>{t('context.jobSite')}</small>
        <b>
          <span>{name}</span>
          {may && sites.length > 0 && <ChevronDown className="i i-sm" />}
        </b>
      </span>
    </>
  );
  if (!may || sites.length === 0) {
    return <div className="site">{may ? shown : <BuyerCompany name={buyer?.company?.name ?? ''} />}</div>;
  }
  return (
    <LateMenu
      menu={SiteMenu}
      button={
        <button type="button" className="site">
          {shown}
        </button>
      }
    />
  );
}

function BuyerCompany({ name }: { name: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Building2 className="i" />
      <span className="grow">
        <small>{t('context.company')}</small>
        <b>{name}</b>
      </span>
    </>
  );
}
