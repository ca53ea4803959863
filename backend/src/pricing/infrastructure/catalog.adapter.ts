import { Injectable } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { CategoryTree } from '../application/ports.js';

/** Category ancestry as the catalogue knows it. */
@Injectable()
export class CatalogCategories extends CategoryTree {
  constructor(private readonly catalog: Catalog) {
    super();
  }

  ancestors(): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.catalog.categoryAncestors();
  }
}
