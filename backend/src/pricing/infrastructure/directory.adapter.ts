import { Injectable } from '@nestjs/common';
import { Directory } from '../../identity/index.js';
import { type Customer, type Seller, Sellers } from '../application/ports.js';

/** The tenant and its companies as identity knows them. */
@Injectable()
export class DirectorySellers extends Sellers {
  constructor(private readonly directory: Directory) {
    super();
  }

  current(): Promise<Seller> {
    return this.directory.tenant();
  }

  company(id: string): Promise<Customer | null> {
    return this.directory.company(id);
  }

  companiesById(ids: readonly string[]): Promise<ReadonlyMap<string, Customer>> {
    return this.directory.companiesById(ids);
  }
}
