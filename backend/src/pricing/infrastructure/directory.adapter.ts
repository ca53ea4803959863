import { Injectable } from '@nestjs/common';
import { Directory } from '../../identity/index.js';
import { ShortMemory } from '../../shared/short-memory.js';
import { type Customer, type Seller, Sellers } from '../application/catalogue-ports.js';
import { Colleagues } from '../application/revision-ports.js';

/** The tenant and its companies as identity knows them. */
@Injectable()
export class DirectorySellers extends Sellers {
  private readonly browsing = new ShortMemory<Customer | null>(5_000, 10_000);

  constructor(private readonly directory: Directory) {
    super();
  }

  current(): Promise<Seller> {
    return this.directory.tenant();
  }

  company(id: string): Promise<Customer | null> {
    return this.directory.company(id);
  }

  browsingCompany(id: string): Promise<Customer | null> {
    return this.browsing.get(id, () => this.directory.company(id));
  }

  companiesById(ids: readonly string[]): Promise<ReadonlyMap<string, Customer>> {
    return this.directory.companiesById(ids);
  }

  requireTwoPersons(required: boolean): Promise<void> {
    return this.directory.requireTwoPersons(required);
  }
}

/** Staff and the store as identity knows them. */
@Injectable()
export class DirectoryColleagues extends Colleagues {
  constructor(private readonly directory: Directory) {
    super();
  }

  async whoMayPublish(): Promise<readonly string[]> {
    return (await this.directory.staffWho('price.publish')).map(({ id }) => id);
  }

  async repOf(companyId: string): Promise<string | null> {
    const company = await this.directory.company(companyId);
    if (!company?.salesRepId) return null;
    const present = await this.directory.staffWho('price.read');
    return present.some(({ id }) => id === company.salesRepId) ? company.salesRepId : null;
  }

  async reader(id: string): Promise<{ name: string; email: string; locale: string | null } | null> {
    return (await this.directory.membersById([id])).get(id) ?? null;
  }

  store(): Promise<{ name: string; url: string; locale: string }> {
    return this.directory.tenant();
  }
}
