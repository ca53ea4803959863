import { Injectable } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import {
  Assortment,
  CategoryTree,
  type Goods,
  type GoodsDetail,
  type GoodsGroup,
  type GoodsMatch,
  type GoodsPage,
  type GoodsQuery,
  type PlainGoodsPage,
  type StockedGoods,
} from '../application/catalogue-ports.js';

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

/** Products as the catalogue knows them. */
@Injectable()
export class CatalogAssortment extends Assortment {
  constructor(private readonly catalog: Catalog) {
    super();
  }

  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, Goods>> {
    return this.catalog.productsById(ids);
  }

  bySkus(skus: readonly string[]): Promise<ReadonlyMap<string, Goods>> {
    return this.catalog.productsBySku(skus);
  }

  idsBySku(skus: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.catalog.idsBySku(skus);
  }

  page(query: GoodsQuery): Promise<GoodsPage> {
    return this.catalog.page(query);
  }

  async plainPage(query: GoodsQuery): Promise<PlainGoodsPage> {
    const { products: goods, total } = await this.catalog.plainPage(query);
    return { goods, total };
  }

  async pageByCategory(query: GoodsQuery): Promise<PlainGoodsPage & { groups: readonly GoodsGroup[] }> {
    const { products: goods, total, groups } = await this.catalog.pageByCategory(query);
    return { goods, total, groups };
  }

  matchesByCategory(query: Omit<GoodsQuery, 'page' | 'pageSize'>) {
    return this.catalog.matchesByCategory({ ...query, page: 1, pageSize: 1 });
  }

  matches(query: Omit<GoodsQuery, 'page' | 'pageSize'>): Promise<readonly GoodsMatch[]> {
    return this.catalog.matchingIds({ ...query, page: 1, pageSize: 1 });
  }

  inOrder(ids: readonly string[]): Promise<readonly StockedGoods[]> {
    return this.catalog.pageOfIds(ids);
  }

  detail(key: string): Promise<GoodsDetail | null> {
    return this.catalog.detail(key);
  }
}
