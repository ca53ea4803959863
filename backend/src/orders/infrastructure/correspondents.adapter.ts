import { Injectable } from '@nestjs/common';
import { Directory } from '../../identity/index.js';
import { type Correspondence, Correspondents } from '../application/ports.js';

/** Asks identity for the store and the language of the buyer. */
@Injectable()
export class DirectoryCorrespondents extends Correspondents {
  constructor(private readonly directory: Directory) {
    super();
  }

  async of(buyerId: string): Promise<Correspondence> {
    const [tenant, members] = await Promise.all([this.directory.tenant(), this.directory.membersById([buyerId])]);
    return {
      storeName: tenant.name,
      storeUrl: tenant.url,
      locale: members.get(buyerId)?.locale ?? tenant.locale,
      timeZone: tenant.timeZone,
    };
  }
}
