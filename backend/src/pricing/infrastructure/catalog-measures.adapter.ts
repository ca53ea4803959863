import { Injectable } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { type Measure, Measures, type NamedCategory } from '../application/cost-ports.js';

/** Sizes and places of products as the catalogue knows them. */
@Injectable()
export class CatalogMeasures extends Measures {
  constructor(private readonly catalog: Catalog) {
    super();
  }

  of(productIds: readonly string[]): Promise<readonly Measure[]> {
    return this.catalog.measures(productIds);
  }

  categories(): Promise<readonly NamedCategory[]> {
    return this.catalog.categoryNames();
  }
}
