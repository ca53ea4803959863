import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { type FloorBreach, FloorCheck, Measures } from '../application/cost-ports.js';
import { KeepFloors } from '../application/keep-floors.js';
import { SetWiseFloors } from './set-wise-floors.js';

/** Checks in the ambient transaction. */
@Injectable()
export class SqlFloorCheck extends FloorCheck {
  private readonly setWise: SetWiseFloors;

  constructor(
    database: Database,
    measures: Measures,
    private readonly floors: KeepFloors,
  ) {
    super();
    this.setWise = new SetWiseFloors((text, values) => database.query(text, values), measures);
  }

  async breaches(revisionId: string, at: Date, limit: number): Promise<{ total: number; lines: FloorBreach[] }> {
    return this.setWise.breaches(revisionId, await this.floors.rules(), at, limit);
  }
}
