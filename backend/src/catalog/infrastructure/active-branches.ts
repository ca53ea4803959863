import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import type { ActiveBranch } from '../application/ports.js';
import { ShortMemory } from '../../shared/short-memory.js';

const keptForMs = 10_000;

/** The branches that hand out goods, in the tenant's order; up to 10 seconds old. */
@Injectable()
export class ActiveBranches {
  private readonly branches = new ShortMemory<readonly ActiveBranch[]>(keptForMs, 1_000);

  constructor(private readonly database: Database) {}

  all(): Promise<readonly ActiveBranch[]> {
    return this.branches.get(
      '',
      () => this.database.sql<ActiveBranch>`
        select id, code, name from catalog.branch where active order by position, code`,
    );
  }

  forget(): void {
    this.branches.forget();
  }
}
