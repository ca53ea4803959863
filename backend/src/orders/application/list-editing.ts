import { Injectable } from '@nestjs/common';
import type { Buyer } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import { err, ok, type Result } from '../../shared/result.js';
import type { GoodsById } from '../domain/goods.js';
import { QuotedCart } from '../domain/quoted-cart.js';
import type { ListEdit, SavedList } from '../domain/saved-list.js';
import { Carts, type ListRefused, Lists, type ListStale, Offers } from './ports.js';

export type ListEditError =
  ListStale | ListRefused | { readonly code: 'list.not_found' } | { readonly code: 'company.not_found' };

/** A list with what its lines would cost the buyer now, delivered where their cart goes. */
export interface ShownList {
  readonly list: SavedList;
  readonly quoted: QuotedCart;
}

/** What a change may look at. */
export interface ListScene {
  readonly list: SavedList;
  readonly known: GoodsById;
}

export interface ListChange<E> {
  /** The version the buyer saw; another one is refused instead of changed. */
  readonly version?: number;
  /** Products the change is about, besides those in the list. */
  readonly productIds?: readonly string[];
  change(scene: ListScene): Result<SavedList, E>;
}

const attempts = 12;

/** What the list remembers of who changed it. */
export const editOf = ({ id, name }: Buyer, at: Date): ListEdit => ({ by: { id, name }, at });

/** Changes saved lists: reads, changes, keeps and prices them, each other context asked once. */
@Injectable()
export class ListEditing {
  constructor(
    private readonly lists: Lists,
    private readonly carts: Carts,
    private readonly offers: Offers,
    private readonly clock: Clock,
  ) {}

  async show(buyer: Buyer, id: string): Promise<Result<ShownList, ListEditError>> {
    const list = await this.lists.find(id, buyer.companyId);
    if (!list) return err({ code: 'list.not_found' });
    return this.priced(buyer, list, await this.offers.goods(list.productIds));
  }

  /** A buyer who named no version means the list as it is, so a lost race is run again. */
  async edit<E>(buyer: Buyer, id: string, edit: ListChange<E>): Promise<Result<ShownList, E | ListEditError>> {
    for (let attempt = 1; ; attempt += 1) {
      const edited = await this.attempt(buyer, id, edit);
      const lost = !edited.ok && (edited.error as { code?: string }).code === 'list.stale';
      if (!lost || edit.version !== undefined || attempt === attempts) return edited;
    }
  }

  /** Keeps a list that is new, made by this buyer just now. */
  async keep(buyer: Buyer, list: SavedList, known: GoodsById): Promise<Result<ShownList, ListEditError>> {
    const kept = await this.lists.save(list);
    return kept.ok ? this.priced(buyer, kept.value, known) : kept;
  }

  private async attempt<E>(
    buyer: Buyer,
    id: string,
    edit: ListChange<E>,
  ): Promise<Result<ShownList, E | ListEditError>> {
    const list = await this.lists.find(id, buyer.companyId);
    if (!list) return err({ code: 'list.not_found' });
    if (edit.version !== undefined && edit.version !== list.version) {
      return err({ code: 'list.stale', version: list.version });
    }
    const productIds = [...new Set([...list.productIds, ...(edit.productIds ?? [])])];
    const known = await this.offers.goods(productIds);
    const changed = edit.change({ list, known });
    if (!changed.ok) return changed;
    return this.keep(buyer, changed.value.editedBy(editOf(buyer, this.clock.now())), known);
  }

  private async priced(buyer: Buyer, list: SavedList, known: GoodsById): Promise<Result<ShownList, ListEditError>> {
    const { jobSiteId } = await this.carts.openCartOf(buyer.id, buyer.companyId);
    const customer = await this.offers.customer(buyer.companyId, jobSiteId);
    if (!customer) return err({ code: 'company.not_found' });
    const lines = list.asCart(buyer.id, jobSiteId);
    const quotation = await this.offers.quote(customer, null, this.clock.now(), lines.lines, known);
    return ok({ list, quoted: new QuotedCart(lines, customer, known, quotation) });
  }
}
