import { Injectable } from '@nestjs/common';
import { Directory } from '../../identity/index.js';
import { type Seller, Sellers } from '../application/ports.js';

/** The tenant as identity knows it. */
@Injectable()
export class DirectorySellers extends Sellers {
  constructor(private readonly directory: Directory) {
    super();
  }

  current(): Promise<Seller> {
    return this.directory.tenant();
  }
}
