import { Stock } from '../../src/catalog/index.js';
import { Database } from '../../src/shared/infrastructure/database.js';
import { newId } from '../../src/shared/ids.js';
import { currentContext } from '../../src/shared/request-context.js';
import { UnitOfWork } from '../../src/shared/unit-of-work.js';
import { err } from '../../src/shared/result.js';
import { Api } from '../support/api.js';
import { must, qty } from '../support/builders.js';
import { aShop, asOwner, asTenant, insertRows, type Shop } from '../support/shop.js';

let api: Api;
let stock: Stock;
let shop: Shop;

beforeAll(async () => {
  api = await Api.start();
  stock = api.app.get(Stock, { strict: false });
});
beforeEach(async () => (shop = await aShop()));
afterAll(() => api.stop());

const line = (lineNo: number, productId: string, quantity: string) => ({ lineNo, productId, quantity: qty(quantity) });
const reserve = (documentId: string, lines: ReturnType<typeof line>[], state = 'TX') =>
  asTenant(shop, () => stock.reserve(documentId, state, lines));

const levels = (productId: string) =>
  asTenant(
    shop,
    () =>
      api.app.get(Database, { strict: false }).sql`
      select b.code, s.on_hand::float as "onHand", s.reserved::float as reserved,
             (select coalesce(sum(r.open_quantity), 0)::float from catalog.reservation r
              where r.product_id = s.product_id and r.branch_id = s.branch_id) as open
      from catalog.stock_level s join catalog.branch b on b.id = s.branch_id
      where s.product_id = ${productId} order by b.code`,
  );
const movements = () =>
  asTenant(
    shop,
    () =>
      api.app.get(Database, { strict: false })
        .sql`select kind, quantity::float, on_hand_after::float as "onHand", reserved_after::float as reserved, reason from catalog.stock_movement order by id`,
  );

describe('reserving', () => {
  it('takes the first branch that serves the state and holds all of it', async () => {
    const lines = [line(1, shop.cementId, '500'), line(2, shop.sandId, '2.5')];
    expect(must(await reserve(newId(), lines))).toEqual([
      { lineNo: 1, branch: { id: shop.branches.austin, code: 'AUS', name: 'Austin' }, expectedDate: null },
      { lineNo: 2, branch: { id: shop.branches.austin, code: 'AUS', name: 'Austin' }, expectedDate: null },
    ]);
    expect(must(await reserve(newId(), [line(1, shop.cementId, '1')]))[0]?.branch?.code).toBe('DAL');
    expect(must(await reserve(newId(), [line(1, shop.sandId, '1')], 'FL'))[0]?.branch?.code).toBe('AUS');
    expect(await levels(shop.cementId)).toEqual([
      { code: 'AUS', onHand: 500, reserved: 500, open: 500 },
      { code: 'DAL', onHand: 1000, reserved: 1, open: 1 },
    ]);
  });

  it('sums the lines of a product, and leaves safety stock alone', async () => {
    const refused = await reserve(newId(), [
      line(1, shop.cementId, '600'),
      line(2, shop.brickId, '100'),
      line(3, shop.cementId, '301'),
      line(4, shop.ladderId, '1'),
    ]);
    expect(refused).toEqual({
      ok: false,
      error: {
        code: 'stock.insufficient',
        lines: [
          {
            productId: shop.cementId,
            sku: 'CEM-50',
            name: 'Cement CP II 50 kg',
            requested: '901',
            available: '900',
            unit: 'bag',
          },
          { productId: shop.ladderId, sku: 'LAD-06', name: 'Ladder 6 m', requested: '1', available: '0', unit: 'each' },
        ],
      },
    });
    expect(await movements()).toEqual([]);
    const [austin] = await levels(shop.brickId);
    expect(austin).toMatchObject({ reserved: 0 });
  });

  it('marks what may be backordered with the day it is expected', async () => {
    await asOwner((owner) =>
      owner.query(`update catalog.product set backorder = true, restock_date = '2026-12-24' where id = $1`, [
        shop.ladderId,
      ]),
    );
    const reserved = must(await reserve(newId(), [line(1, shop.ladderId, '3')]));
    expect(reserved).toEqual([{ lineNo: 1, branch: null, expectedDate: '2026-12-24' }]);
  });

  it('goes with the transaction it joined', async () => {
    const outcome = await asTenant(shop, () =>
      api.app.get(UnitOfWork, { strict: false }).run(async () => {
        must(await stock.reserve(newId(), 'TX', [line(1, shop.cementId, '10')]));
        return err({ code: 'order.refused' });
      }),
    );
    expect(outcome.ok).toBe(false);
    expect(await levels(shop.cementId)).toMatchObject([{ reserved: 0 }, { reserved: 0 }]);
  });

  it('sends two statements and those of its transaction, however many lines there are', async () => {
    const lines = Array.from({ length: 50 }, (_, n) => line(n + 1, n % 2 ? shop.cementId : shop.brickId, '1'));
    const sent = await asTenant(shop, async () => {
      must(await stock.reserve(newId(), 'TX', lines));
      return currentContext()?.statements ?? 0;
    });
    // Bind the connection, begin, lock, write, commit.
    expect(sent).toBeLessThanOrEqual(5);
  });

  it('never oversells: a hundred at once for the last fifty sell exactly fifty', async () => {
    await asOwner((owner) =>
      insertRows(owner, shop.tenantId, 'catalog.stock_level', [
        { product_id: shop.ladderId, branch_id: shop.branches.austin, on_hand: '30' },
        { product_id: shop.ladderId, branch_id: shop.branches.dallas, on_hand: '25', safety: '5' },
      ]),
    );
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        reserve(
          newId(),
          n % 2
            ? [line(1, shop.ladderId, '1'), line(2, shop.sandId, '0.5')]
            : [line(1, shop.sandId, '0.5'), line(2, shop.ladderId, '1')],
        ),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(50);
    expect(await levels(shop.ladderId)).toEqual([
      { code: 'AUS', onHand: 30, reserved: 30, open: 30 },
      { code: 'DAL', onHand: 25, reserved: 20, open: 20 },
    ]);
    expect(await levels(shop.sandId)).toMatchObject([{ reserved: 25, open: 25 }]);
  });
});

describe('releasing', () => {
  it('gives back what is still open, once', async () => {
    const documentId = newId();
    must(await reserve(documentId, [line(1, shop.cementId, '20'), line(2, shop.cementId, '5')]));
    await asTenant(shop, () => stock.release(documentId, 'Cancelled by the buyer'));
    await asTenant(shop, () => stock.release(documentId, 'Cancelled by the buyer'));
    expect(await levels(shop.cementId)).toMatchObject([{ reserved: 0, open: 0 }, { reserved: 0 }]);
    expect(await movements()).toEqual([
      { kind: 'reserve', quantity: 25, onHand: 500, reserved: 25, reason: null },
      { kind: 'release', quantity: -25, onHand: 500, reserved: 0, reason: 'Cancelled by the buyer' },
    ]);
  });
});

describe('dispatching', () => {
  const dispatch = (documentId: string, lines: [number, string][], branchId = shop.branches.austin) =>
    asTenant(shop, () =>
      stock.dispatch(
        documentId,
        branchId,
        lines.map(([lineNo, quantity]) => ({ lineNo, quantity: qty(quantity) })),
      ),
    );

  it('turns reserved into gone, in parts', async () => {
    const documentId = newId();
    must(await reserve(documentId, [line(1, shop.cementId, '20'), line(2, shop.sandId, '2')]));
    must(
      await dispatch(documentId, [
        [1, '15'],
        [2, '2'],
      ]),
    );
    expect(await levels(shop.cementId)).toMatchObject([{ onHand: 485, reserved: 5, open: 5 }, {}]);
    must(await dispatch(documentId, [[1, '5']]));
    expect(await levels(shop.cementId)).toMatchObject([{ onHand: 480, reserved: 0, open: 0 }, {}]);
    expect(await levels(shop.sandId)).toMatchObject([{ onHand: 78, reserved: 0 }]);
  });

  it('refuses more than is open, another branch, and lines that are not there', async () => {
    const documentId = newId();
    must(await reserve(documentId, [line(1, shop.cementId, '20'), line(2, shop.cementId, '20')]));
    const refusals = await Promise.all([
      dispatch(documentId, [
        [1, '10'],
        [2, '21'],
      ]),
      dispatch(documentId, [
        [1, '10'],
        [1, '11'],
      ]),
      dispatch(documentId, [[1, '1']], shop.branches.dallas),
      dispatch(documentId, [[3, '1']]),
      dispatch(newId(), [[1, '1']]),
    ]);
    expect(refusals.map((refusal) => !refusal.ok && refusal.error)).toEqual([
      { code: 'stock.not_reserved', lineNo: 2 },
      { code: 'stock.not_reserved', lineNo: 1 },
      { code: 'stock.not_reserved', lineNo: 1 },
      { code: 'stock.not_reserved', lineNo: 3 },
      { code: 'stock.not_reserved', lineNo: 1 },
    ]);
    expect(await levels(shop.cementId)).toMatchObject([{ onHand: 500, reserved: 40 }, {}]);
  });

  it('takes a backordered line from what is promised to nobody', async () => {
    await asOwner((owner) => owner.query('update catalog.product set backorder = true where id = $1', [shop.brickId]));
    const documentId = newId();
    must(await reserve(newId(), [line(1, shop.brickId, '9900')]));
    expect(must(await reserve(documentId, [line(1, shop.brickId, '200')]))[0]?.branch).toBeNull();
    expect(await dispatch(documentId, [[1, '200']])).toMatchObject({ ok: false });
    must(await dispatch(documentId, [[1, '100']]));
    expect(await levels(shop.brickId)).toEqual([{ code: 'AUS', onHand: 9900, reserved: 9900, open: 9900 }]);
  });
});
