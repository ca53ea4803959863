import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cells } from '../../shared/infrastructure/import-cells.js';
import type { ImportCounts, ImportKind, ImportRun, RowReader } from '../../shared/infrastructure/import-kind.js';
import { ImportKinds } from '../../shared/infrastructure/import-kinds.js';
import { TierCodes } from '../../shared/tier-codes.js';
import { Directory } from '../application/directory.js';
import { isPaymentTerms, unknownState } from '../domain/company.js';
import { taxId } from '../domain/tax-id.js';

/** Companies from a file, known by their tax id: new ones are added, known ones changed where a cell differs. */
@Injectable()
export class CompaniesImport implements ImportKind, OnModuleInit {
  readonly name = 'companies';
  readonly permission = 'company.edit';
  readonly columns = [
    { name: 'name', required: true },
    { name: 'tax_id', required: true },
    { name: 'state', required: true },
    { name: 'tier', required: false },
    { name: 'email', required: false },
    { name: 'credit_limit', required: false },
    { name: 'payment_terms', required: false },
  ];
  readonly staging = {
    name: 'text',
    tax_id: 'text',
    state: 'text',
    tier_id: 'uuid',
    email: 'text',
    credit_limit: 'numeric(14,2)',
    payment_terms: 'text',
  };

  constructor(
    private readonly kinds: ImportKinds,
    private readonly directory: Directory,
    private readonly tiers: TierCodes,
  ) {}

  onModuleInit(): void {
    this.kinds.add(this);
  }

  async reader(): Promise<RowReader> {
    const { currency } = await this.directory.tenant();
    const tiers = await this.tiers.idsByCode();
    return (cell) => {
      const cells = new Cells(cell);
      const name = cells.requiredText('name', 200);
      const id = taxId(cell('tax_id'), currency);
      if (!id.ok) cells.refuse('tax_id', id.error.code, 'Not a valid tax id');
      const state = cell('state').toUpperCase();
      if (unknownState([state], currency))
        cells.refuse('state', 'company.state_unknown', 'Not a state of this country');
      const tier = cell('tier').toLowerCase();
      if (tier && !tiers.has(tier)) cells.refuse('tier', 'tier.unknown', `One of ${[...tiers.keys()].join(', ')}`);
      const email = cells.text('email', 254);
      if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
        cells.refuse('email', 'email.invalid', 'Not an e-mail address');
      const creditLimit = cells.decimal('credit_limit', 2, { required: false });
      const terms = cell('payment_terms').toLowerCase() || 'prepaid';
      if (!isPaymentTerms(terms)) cells.refuse('payment_terms', 'cell.unknown_word', 'prepaid, or net and days: net30');
      if (cells.problems.length > 0 || !id.ok) return cells.problems;
      return [name, id.value, state, tiers.get(tier) ?? null, email?.toLowerCase() ?? null, creditLimit, terms];
    };
  }

  async apply({ connection, stage, reject }: ImportRun): Promise<ImportCounts> {
    await reject(`
      select later.row_no, 'tax_id' as "column", 'row.duplicate' as code,
             'The same tax id as in row ' || first.row_no as message, later.tax_id as value
      from ${stage} later join lateral (select min(row_no) as row_no from ${stage} s where s.tax_id = later.tax_id) first
        on first.row_no < later.row_no`);
    const { rows } = await connection.query<{ created: number; updated: number; total: number }>(`
      with changed as (
        update identity.company c
        set name = s.name, state_code = s.state, tier_id = coalesce(s.tier_id, c.tier_id), email = coalesce(s.email, c.email),
            credit_limit = coalesce(s.credit_limit, c.credit_limit), payment_terms = s.payment_terms, version = version + 1
        from ${stage} s
        where c.tax_id = s.tax_id
          and (c.name, c.state_code, c.tier_id, c.email, c.credit_limit, c.payment_terms) is distinct from
              (s.name, s.state, coalesce(s.tier_id, c.tier_id), coalesce(s.email, c.email),
               coalesce(s.credit_limit, c.credit_limit), s.payment_terms)
        returning 1
      ), added as (
        insert into identity.company (id, name, tax_id, state_code, tier_id, email, credit_limit, payment_terms)
        select uuidv7(), name, tax_id, state, tier_id, email, coalesce(credit_limit, 0), payment_terms from ${stage} s
        where not exists (select from identity.company c where c.tax_id = s.tax_id)
        returning 1
      )
      select (select count(*)::int from added) as created, (select count(*)::int from changed) as updated,
             (select count(*)::int from ${stage}) as total`);
    const { created = 0, updated = 0, total = 0 } = rows[0] ?? {};
    return { created, updated, unchanged: total - created - updated };
  }
}
