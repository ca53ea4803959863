import { useState, type ReactNode } from 'react';
import { ListChecks, LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { chooseLanguage, type Language, languages, LoadFailed, PageTitle, useFormats } from '@tradeyard/app-kit';
import {
  applyTheme,
  Button,
  DescriptionList,
  Field,
  letterKeysEnabled,
  Panel,
  rememberedTheme,
  Segmented,
  Select,
  setLetterKeysEnabled,
  Switch,
  type Theme,
} from '@tradeyard/design-system';
import { api } from '../../shared/api';
import { useCompany } from '../../shared/company.queries';
import { useBuyer, useMay } from '../../shared/session';
import { useShowShortcuts } from '../../shared/shortcuts';
import './account.css';
import { JobSites } from './job-sites';

/** Who is here, for which company, where it builds, and how the screens look. */
export function AccountPage(): ReactNode {
  const { t } = useTranslation();
  const maySee = useMay('company.view');
  const mayFill = useMay('cart.edit');
  return (
    <div className="page">
      <div className="pgh pgh--plain">
        <PageTitle name={t('account.title')} />
        <span className="grow" />
        {mayFill && (
          <Button asChild>
            <Link to="/lists">
              <ListChecks className="i" />
              {t('shell.lists')}
            </Link>
          </Button>
        )}
        <Button icon={LogOut} onClick={() => void api.session.signOut()}>
          {t('shell.signOut')}
        </Button>
      </div>
      <div className="account-pg">
        <div className="col g6 min-w-0">
          {maySee && <JobSites />}
          <Looks />
        </div>
        <aside className="col g6" aria-label={t('account.you')}>
          <You />
          {maySee && <CompanyPanel />}
        </aside>
      </div>
    </div>
  );
}

function You(): ReactNode {
  const { t } = useTranslation();
  const buyer = useBuyer();
  if (!buyer) return null;
  return (
    <Panel title={t('account.you')}>
      <DescriptionList
        items={[
          { name: t('account.name'), value: buyer.name },
          { name: t('login.email'), value: <span className="break-all">{buyer.email}</span> },
          {
            name: t('account.role', { count: buyer.roles.length }),
            value: buyer.roles.map((role) => t(`account.roles.${role}`, { defaultValue: role })).join(', '),
          },
        ]}
      />
    </Panel>
  );
}

function CompanyPanel(): ReactNode {
  const { t } = useTranslation();
  const { summary } = useFormats();
  const company = useCompany();
  if (company.isError) {
    return (
      <Panel title={t('context.company')} flush>
        <LoadFailed error={company.error} title={t('account.failed')} onRetry={() => void company.refetch()} />
      </Panel>
    );
  }
  if (!company.data) return null;
  const { name, taxId, address, paymentTerms, creditLimit, salesRep } = company.data;
  const days = /^net(\d+)$/.exec(paymentTerms)?.[1];
  return (
    <Panel title={t('context.company')}>
      <DescriptionList
        items={[
          { name: t('account.name'), value: name },
          { name: t('account.taxId'), value: taxId },
          ...(address
            ? [
                {
                  name: t('account.address'),
                  value: `${address.line1}, ${address.city}, ${address.stateCode} ${address.postalCode}`,
                },
              ]
            : []),
          { name: t('account.terms'), value: days ? t('checkout.credit', { days }) : t('account.prepaid') },
          ...(Number(creditLimit) > 0 ? [{ name: t('context.creditLimit'), value: summary(creditLimit) }] : []),
          ...(salesRep
            ? [
                {
                  name: t('account.salesRep'),
                  value: (
                    <>
                      {salesRep.name}
                      <br />
                      <a className="link" href={`mailto:${salesRep.email}`}>
                        {salesRep.email}
                      </a>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

function Looks(): ReactNode {
  const { t, i18n } = useTranslation();
  const showShortcuts = useShowShortcuts();
  const [theme, setTheme] = useState<Theme>(rememberedTheme);
  const [letters, setLetters] = useState(letterKeysEnabled);
  return (
    <Panel title={t('account.looks')}>
      <div className="col g6 looks">
        <Field label={t('account.language')}>
          <Select
            value={i18n.language}
            onChange={(code) => void chooseLanguage(code as Language)}
            items={languages.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Field>
        <div className="col g3">
          <span className="lbl" id="theme-label">
            {t('account.theme')}
          </span>
          <span>
            <Segmented
              aria-labelledby="theme-label"
              value={theme}
              onChange={(next) => {
                applyTheme(next as Theme);
                setTheme(next as Theme);
              }}
              items={[
                { value: 'light', label: t('account.light') },
                { value: 'dark', label: t('account.dark') },
                { value: 'system', label: t('account.system') },
              ]}
            />
          </span>
        </div>
        <div className="row between wrap">
          <Switch
            checked={letters}
            onChange={(on) => {
              setLetterKeysEnabled(on);
              setLetters(on);
            }}
            label={t('account.shortcuts')}
          />
          <Button variant="ghost" size="sm" onClick={showShortcuts}>
            {t('shortcuts.all')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
