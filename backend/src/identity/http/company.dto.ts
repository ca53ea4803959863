import { Type } from 'class-transformer';
import { IsEmail, IsIn, IsInt, IsOptional, IsUUID, Matches, Min, ValidateNested } from 'class-validator';
import { Decimal, Text, WhenGiven } from '../../shared/http/fields.js';
import { PageQuery } from '../../shared/http/page.dto.js';
import { type Company, paymentTerms } from '../domain/company.js';
import type { CompanySummary } from '../infrastructure/reads/company-list.js';

/** Which companies are wanted; every word of `search` is in the name or the tax id. */
export class CompanyQuery extends PageQuery {
  @WhenGiven()
  @Text(0, 100)
  search?: string;

  @WhenGiven()
  @IsIn(['active', 'blocked'])
  status?: 'active' | 'blocked';

  @IsIn(['name', '-name', 'newest'])
  sort: 'name' | '-name' | 'newest' = 'name';
}

/** A place with a street. */
export class AddressBody {
  @Text(1, 200)
  line1!: string;

  @IsOptional()
  @Text(0, 200)
  line2?: string | null;

  @Text(1, 100)
  city!: string;

  @Text(2, 2)
  stateCode!: string;

  @Text(3, 12)
  postalCode!: string;
}

/** What may be said of a company besides what it must have. */
export class CompanyDetails {
  @WhenGiven()
  @IsIn(['active', 'blocked'])
  status?: 'active' | 'blocked';

  @IsOptional()
  @IsUUID()
  tierId?: string | null;

  @IsOptional()
  @IsUUID()
  salesRepId?: string | null;

  @IsOptional()
  @Text(3, 254)
  @IsEmail()
  email?: string | null;

  @WhenGiven()
  @Decimal(2)
  creditLimit?: string;

  /** `prepaid`, or `net` and the days until payment is due. */
  @WhenGiven()
  @Matches(paymentTerms, { message: 'paymentTerms must be prepaid or like net30' })
  paymentTerms?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => AddressBody)
  address?: AddressBody | null;
}

/** A company that is new here. */
export class NewCompany extends CompanyDetails {
  @Text(1, 200)
  name!: string;

  @Text(5, 30)
  taxId!: string;

  @Text(2, 2)
  stateCode!: string;
}

/** What to change; `version` is the one the change was made on, without it the current one is changed. */
export class CompanyPatch extends CompanyDetails {
  @WhenGiven()
  @Text(1, 200)
  name?: string;

  @WhenGiven()
  @Text(5, 30)
  taxId?: string;

  @WhenGiven()
  @Text(2, 2)
  stateCode?: string;

  @WhenGiven()
  @IsInt()
  @Min(1)
  version?: number;
}

/** A place with a street, as it is kept. */
export class AddressView {
  line1!: string;
  line2?: string | null;
  city!: string;
  stateCode!: string;
  postalCode!: string;
}

/** A company as staff see it. */
export class CompanyView {
  id!: string;
  name!: string;
  taxId!: string;
  stateCode!: string;
  status!: 'active' | 'blocked';
  tierId!: string | null;
  salesRepId!: string | null;
  email!: string | null;
  creditLimit!: string;
  paymentTerms!: string;
  address!: AddressView | null;
  version!: number;
  createdAt!: string;
}

/** The person a company's buyers can turn to. */
export class ContactView {
  name!: string;
  email!: string;
}

/** A company as its own buyers see it. */
export class OwnCompanyView {
  id!: string;
  name!: string;
  taxId!: string;
  stateCode!: string;
  email!: string | null;
  creditLimit!: string;
  paymentTerms!: string;
  address!: AddressView | null;
  salesRep!: ContactView | null;
}

export const toCompanyView = ({ createdAt, ...company }: CompanySummary): CompanyView => ({
  ...company,
  createdAt: createdAt.toISOString(),
});

export const asSummary = ({ id, facts, version, createdAt }: Company): CompanySummary => ({
  ...facts,
  id,
  version,
  createdAt,
});
