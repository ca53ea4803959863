import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import { UnitPrice } from '../../shared/money.js';
import { Quantity } from '../../shared/quantity.js';
import { ShortMemory } from '../../shared/short-memory.js';
import type { Light, UnitCost } from '../domain/margin.js';
import { Assortment, type Goods, type GoodsGroup } from './catalogue-ports.js';
import { type ColumnTable, GridCells, type GridEntry } from './grid-ports.js';
import { type KnownMargins, PriceLights } from './price-lights.js';

export interface GridQuery {
  readonly search?: string | undefined;
  readonly category?: string | undefined;
  /** Any of these. */
  readonly brand?: readonly string[] | undefined;
  /** Named tables; else national and all states. */
  readonly tables?: readonly string[] | undefined;
  /** These companies' tables besides. */
  readonly companies?: readonly string[] | undefined;
  /** Drafts whose pending changes are shown. */
  readonly revisions: readonly string[];
  /** Only products with a price of their own in a state's or company's column, or those the drafts change. */
  readonly only?: 'override' | 'changed' | undefined;
  /** The same as `only: 'changed'`. */
  readonly changedOnly?: boolean | undefined;
  readonly at?: Date | undefined;
  /** By name, unless category by category in the order of the tree. */
  readonly sort?: 'name' | 'category' | undefined;
  readonly page: number;
  readonly pageSize: number;
}

export interface GridCell {
  readonly tableId: string;
  /** The table's own price from its smallest tier on, or null. */
  readonly unitPrice: string | null;
  readonly minQuantity: string | null;
  /** How many further tiers there are. */
  readonly furtherTiers: number;
  /** What holds instead of a price of its own. */
  readonly inherited: { readonly tableId: string; readonly unitPrice: string } | null;
  readonly pending: {
    readonly revisionId: string;
    readonly action: 'set' | 'remove';
    readonly unitPrice: string | null;
    readonly minQuantity: string;
  } | null;
  /** Of the price that would hold with the drafts: pending, else its own, else the one inherited. */
  readonly light: Light;
}

export interface GridRow {
  readonly goods: Goods;
  /** The unit all cells of the row are about. */
  readonly unit: string;
  /** What the unit costs; only for who may see costs. */
  readonly cost: UnitCost | null;
  readonly cells: readonly GridCell[];
}

/** What is the same on every page of a grid; groups only where it goes category by category. */
interface WholeGrid {
  readonly productIds: readonly string[];
  readonly groups: readonly GoodsGroup[];
}

type Matches = Omit<GoodsGroup, 'count'> & { readonly ids: readonly string[] };

interface GridPage {
  readonly goods: readonly Goods[];
  readonly total: number;
  readonly groups: readonly GoodsGroup[];
}

const narrowedForMs = 10_000;
const narrowedKept = 12;
// They are remembered by what is live, so that only their number bounds how long they might be kept.
const overridesForMs = 60_000;

/** Products against tables: each cell its own price, what it inherits, and what drafts would make of it. */
@Injectable()
export class ShowPriceGrid {
  /** What a narrowed grid is about, for who turns its pages; a change of prices or drafts is seen at once. */
  private readonly narrowed = new ShortMemory<WholeGrid>(narrowedForMs, narrowedKept);
  /** What that takes most work to find: all matches of a filter, and all products with an override. */
  private readonly matched = new ShortMemory<readonly Matches[]>(narrowedForMs, narrowedKept / 2);
  private readonly overrides = new ShortMemory<ReadonlySet<string> | null>(overridesForMs, narrowedKept / 2);

  constructor(
    private readonly assortment: Assortment,
    private readonly cells: GridCells,
    private readonly lights: PriceLights,
    private readonly clock: Clock,
  ) {}

  async execute(
    query: GridQuery,
  ): Promise<Omit<GridPage, 'goods'> & { columns: readonly ColumnTable[]; rows: GridRow[] }> {
    const columns = await this.columnsOf(query);
    const { goods, total, groups } = await this.goodsOf(query, columns);
    const at = query.at ?? this.clock.now();
    const productIds = goods.map(({ id }) => id);
    const [entries, margins] = await Promise.all([
      this.cells.entries(
        columns.map(({ id }) => id),
        productIds,
        query.revisions,
        at,
      ),
      this.lights.of(productIds, at),
    ]);
    const byProduct = new Map<string, GridEntry[]>();
    for (const entry of entries) {
      const ofProduct = byProduct.get(entry.productId);
      if (ofProduct) ofProduct.push(entry);
      else byProduct.set(entry.productId, [entry]);
    }
    const rows = goods.map((each) => rowOf(each, columns, byProduct.get(each.id) ?? [], margins));
    return { columns, total, groups, rows };
  }

  /** All columns and, in their order, all products of the grid as it is filtered, whatever the page. */
  async view(query: Omit<GridQuery, 'page' | 'pageSize'>): Promise<WholeGrid & { columns: readonly ColumnTable[] }> {
    const columns = await this.columnsOf(query);
    const [matches, wanted] = await Promise.all([this.matchesOf(query), this.wantedOf(query, columns)]);
    return { columns, ...wholeOf(matches, wanted, query.sort) };
  }

  /** By name they are one group, which nobody is told of. */
  private async matchesOf(query: Omit<GridQuery, 'page' | 'pageSize'>): Promise<readonly Matches[]> {
    if (query.sort === 'category') return this.assortment.matchesByCategory(filterOf(query));
    const matches = await this.assortment.matches(filterOf(query));
    return [{ slug: '', name: '', all: matches.length, ids: matches.map(({ id }) => id) }];
  }

  private columnsOf({ tables, companies }: Pick<GridQuery, 'tables' | 'companies'>): Promise<ColumnTable[]> {
    return this.cells.columns(tables ?? null, companies ?? []);
  }

  private async goodsOf(query: GridQuery, columns: readonly ColumnTable[]): Promise<GridPage> {
    const { page, pageSize } = query;
    if (!query.only && !query.changedOnly) {
      const asked = { ...filterOf(query), page, pageSize };
      return query.sort === 'category'
        ? this.assortment.pageByCategory(asked)
        : { ...(await this.assortment.plainPage(asked)), groups: [] };
    }
    const { productIds, groups } = await this.narrowedTo(query, columns);
    const goods = await this.assortment.inOrder(productIds.slice((page - 1) * pageSize, page * pageSize));
    return { goods, total: productIds.length, groups };
  }

  private async narrowedTo(query: GridQuery, columns: readonly ColumnTable[]): Promise<WholeGrid> {
    const { at, changedOnly, only, revisions, sort } = query;
    const isChanged = changedOnly ?? only === 'changed';
    const tableIds = columns.map(({ id }) => id);
    // An override is live; what drafts say makes none.
    const standing = await this.cells.standing(tableIds, isChanged ? revisions : [], at ?? this.clock.now());
    const filter = JSON.stringify([filterOf(query), sort]);
    return this.narrowed.get(JSON.stringify([filter, isChanged, at, standing]), async () => {
      const load = (): Promise<ReadonlySet<string> | null> => this.wantedOf(query, columns);
      const [matches, wanted] = await Promise.all([
        this.matched.get(filter, () => this.matchesOf(query)),
        isChanged ? load() : this.overrides.get(JSON.stringify([tableIds, at, standing]), load),
      ]);
      return wholeOf(matches, wanted, sort);
    });
  }

  /** The products a narrowed grid is about; null: all. */
  private async wantedOf(
    { only, changedOnly = false, revisions, at }: Pick<GridQuery, 'only' | 'changedOnly' | 'revisions' | 'at'>,
    columns: readonly ColumnTable[],
  ): Promise<ReadonlySet<string> | null> {
    if (changedOnly || only === 'changed') return this.cells.changedProducts(revisions);
    if (only !== 'override') return null;
    const narrower = columns.filter(({ scope }) => scope !== 'national');
    return this.cells.pricedProducts(
      narrower.map(({ id }) => id),
      at ?? this.clock.now(),
    );
  }
}

/** What is left of matches where only some are wanted; null: all. */
function wholeOf(matches: readonly Matches[], wanted: ReadonlySet<string> | null, sort: GridQuery['sort']): WholeGrid {
  const groups = matches.map((group) => ({
    ...group,
    ids: wanted ? group.ids.filter((id) => wanted.has(id)) : group.ids,
  }));
  return {
    productIds: groups.flatMap(({ ids }) => ids),
    groups:
      sort === 'category'
        ? groups.flatMap(({ ids, ...group }) => (ids.length > 0 ? [{ ...group, count: ids.length }] : []))
        : [],
  };
}

const filterOf = ({ search, category, brand }: Pick<GridQuery, 'search' | 'category' | 'brand'>) => ({
  ...(search && { search }),
  ...(category && { category }),
  ...(brand && brand.length > 0 && { brand }),
  sort: 'name' as const,
});

function rowOf(
  goods: Goods,
  columns: readonly ColumnTable[],
  entries: readonly GridEntry[],
  margins: KnownMargins,
): GridRow {
  const unit = unitOf(goods, entries);
  const inUnit = entries.filter((entry) => entry.unit === unit);
  const national = columns.filter(({ scope }) => scope === 'national').sort((a, b) => b.priority - a.priority);
  const list = national
    .map(({ id }) => ({ tableId: id, entry: smallestTier(inUnit.filter((entry) => isLiveOf(entry, id))) }))
    .find(({ entry }) => entry?.unitPrice);
  const cells = columns.map(({ id, scope }): UnlitCell => {
    const live = inUnit.filter((entry) => isLiveOf(entry, id));
    const own = smallestTier(live);
    const pending = smallestTier(inUnit.filter((entry) => entry.tableId === id && entry.revisionId !== null));
    const inherits = !own && scope !== 'national' && list?.entry?.unitPrice;
    return {
      tableId: id,
      unitPrice: own?.unitPrice ?? null,
      minQuantity: own?.minQuantity ?? null,
      furtherTiers: Math.max(0, new Set(live.map(({ minQuantity }) => minQuantity)).size - 1),
      inherited: inherits ? { tableId: list.tableId, unitPrice: inherits } : null,
      pending: pending?.revisionId
        ? {
            revisionId: pending.revisionId,
            action: pending.action,
            unitPrice: pending.unitPrice,
            minQuantity: pending.minQuantity,
          }
        : null,
    };
  });
  const isNational = columns.map(({ scope }) => scope === 'national');
  const listToBe = cells
    .filter((_, index) => isNational[index])
    .map(ownToBe)
    .find((price) => price !== undefined);
  const cost = margins.costOf(goods, unit);
  const lights = new Map<string | null, Light>();
  const lit = cells.map((cell, index): GridCell => {
    const price = ownToBe(cell) ?? (isNational[index] ? null : listToBe) ?? null;
    const light = lights.get(price) ?? margins.lightOf(goods, cost, price === null ? null : UnitPrice.stored(price));
    lights.set(price, light);
    return { ...cell, light };
  });
  return { goods, unit, cost, cells: lit };
}

type UnlitCell = Omit<GridCell, 'light'>;

/** A table's own price once the drafts are live; null: none any more, undefined: none now either. */
const ownToBe = ({ pending, unitPrice }: UnlitCell): string | null | undefined =>
  pending?.action === 'set' ? pending.unitPrice : unitPrice === null ? undefined : pending ? null : unitPrice;

/** The unit it is sold in by default when any price is in it, else the base unit. */
function unitOf({ units, baseUnit }: Goods, entries: readonly GridEntry[]): string {
  const [first] = units;
  return first && entries.some(({ unit }) => unit === first.code) ? first.code : baseUnit;
}

const isLiveOf = (entry: GridEntry, tableId: string): boolean => entry.tableId === tableId && entry.revisionId === null;

/** Of equal tiers the one that began last. */
const smallestTier = (entries: readonly GridEntry[]): GridEntry | undefined =>
  entries.reduce<GridEntry | undefined>(
    (least, entry) => (!least || minimumOf(least) >= minimumOf(entry) ? entry : least),
    undefined,
  );

const minimumOf = ({ minQuantity }: GridEntry): bigint => Quantity.stored(minQuantity).thousandths;
