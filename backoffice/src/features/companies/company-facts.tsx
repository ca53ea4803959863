import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats, useTenant } from '@tradeyard/app-kit';
import { DescriptionList } from '@tradeyard/design-system';
import { staffQuery } from '../../shared/people/people.queries';
import { useMay } from '../../shared/session';
import { tiersQuery, type Company } from './companies.queries';
import { useTerms } from './payment-terms';

/** What is known of a company, to be read. */
export function CompanyFacts({ company }: { company: Company }): ReactNode {
  const { t } = useTranslation();
  const { money, date } = useFormats();
  const { states } = useTenant();
  const may = useMay();
  const terms = useTerms();
  const { data: tiers } = useQuery({ ...tiersQuery, enabled: may('price.read') });
  const { data: staff } = useQuery({ ...staffQuery, enabled: may('staff.read') });
  const rep = staff?.find(({ id }) => id === company.salesRepId)?.name;
  const { address } = company;
  return (
    <DescriptionList
      items={[
        { name: t('companies.taxId'), value: company.taxId },
        {
          name: t('companies.state'),
          value: states.find(({ code }) => code === company.stateCode)?.name ?? company.stateCode,
        },
        ...(may('price.read')
          ? [
              {
                name: t('companies.tier'),
                value: tiers?.find(({ id }) => id === company.tierId)?.name ?? t('list.none'),
              },
            ]
          : []),
        { name: t('companies.paymentTerms'), value: terms(company.paymentTerms) },
        { name: t('companies.creditLimit'), value: money(company.creditLimit) },
        ...(may('staff.read') ? [{ name: t('companies.salesRep'), value: rep ?? t('list.none') }] : []),
        { name: t('people.email'), value: company.email ?? t('list.none') },
        ...(address
          ? [
              {
                name: t('companies.address'),
                value: [address.line1, address.line2, address.city, `${address.stateCode} ${address.postalCode}`]
                  .filter(Boolean)
                  .join(', '),
              },
            ]
          : []),
        { name: t('companies.since'), value: date(company.createdAt) },
      ]}
    />
  );
}
