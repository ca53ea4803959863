import { Injectable } from '@nestjs/common';
import { Directory } from '../../identity/index.js';
import { ShortMemory } from '../../shared/short-memory.js';
import { type Customer, type Seller, Sellers } from '../application/ports.js';

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
