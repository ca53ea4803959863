import { construforte } from '../../../prisma/seed/data/construforte.mjs';
import { floorPerMille, leastPrices } from '../../../prisma/seed/data/generate/costs.mjs';
import { changedBy, movedPrice, priceBefore } from '../../../prisma/seed/data/generate/revisions.mjs';
import type { DemoTenant } from '../../../prisma/seed/data/generate/types.mjs';
import { ironbridge } from '../../../prisma/seed/data/ironbridge.mjs';

describe.each([
  ['ironbridge', ironbridge],
  ['construforte', construforte],
])('demo prices of %s', (_, demo: DemoTenant) => {
  const { pricing, products, priceTables, categories } = demo;
  const costOf = new Map(pricing.costs.map(({ sku, unitCost }) => [sku, Number(unitCost)]));

  it('know a cost of every product', () => {
    expect(products.filter(({ sku }) => !costOf.has(sku)).map(({ sku }) => sku)).toEqual([]);
    for (const { unitCost, before } of pricing.costs) {
      expect([unitCost, before ?? unitCost].filter((cost) => !/^\d+\.\d{4}$/.test(cost) || Number(cost) <= 0)).toEqual(
        [],
      );
    }
    expect(pricing.costs.some(({ before }) => before !== null)).toBe(true);
  });

  it('are above their margin floors, but for a few that are meant to be under them', () => {
    const least = leastPrices(products, priceTables);
    const under = products.filter(({ sku, categoryCode }) => {
      const price = Number(least.get(sku) ?? 0) / 10_000;
      const floor = floorPerMille(categoryCode, categories, pricing.floors) / 1000;
      return price > 0 && 1 - (costOf.get(sku) ?? 0) / price < floor;
    });
    expect(under.map(({ sku }) => sku).sort()).toEqual([...pricing.underTheFloor].sort());
    expect(under.length).toBeGreaterThan(1);
    const margins = priceTables
      .filter(({ scope }) => scope === 'national')
      .flatMap(({ entries }) => entries)
      .filter(({ sku, unit }) => products.find((product) => product.sku === sku)?.baseUnit === unit)
      .map(({ sku, unitPrice }) => 1 - (costOf.get(sku) ?? 0) / Number(unitPrice));
    const average = margins.reduce((sum, margin) => sum + margin, 0) / margins.length;
    expect(average).toBeGreaterThan(0.2);
    expect(average).toBeLessThan(0.35);
  });

  it('have revisions in every state that name what there is, and touch a price once before it is as it is', () => {
    const statuses = new Set(pricing.revisions.map(({ status }) => status));
    expect([...statuses]).toEqual(expect.arrayContaining(['draft', 'submitted', 'scheduled', 'live', 'rejected']));
    const emails = demo.staff.map(({ email }) => email);
    for (const revision of pricing.revisions) {
      const { name, by, approvedBy = by, categories: codes, odd = [], status } = revision;
      const changed = changedBy(revision, demo);
      expect([name, changed.length > 5, emails.includes(by), emails.includes(approvedBy)]).toEqual([
        name,
        true,
        true,
        true,
      ]);
      expect([name, codes.filter((code) => !categories.some((category) => category.code === code))]).toEqual([
        name,
        [],
      ]);
      expect([name, odd.filter(([sku]) => !changed.some((entry) => entry.sku === sku))]).toEqual([name, []]);
      if (demo.tenant.twoPersonApproval && status === 'live') expect(approvedBy).not.toBe(by);
    }
    const live = pricing.revisions.filter(({ status }) => status === 'live').flatMap((each) => changedBy(each, demo));
    expect(new Set(live).size).toBe(live.length);
    expect(pricing.revisions.filter(({ status }) => status === 'live').length).toBeGreaterThanOrEqual(4);
  });

  it('use a trade code and wish for a day in some orders', () => {
    const codes = demo.orders.flatMap(({ tradeCode }) => tradeCode ?? []);
    expect(codes.length).toBeGreaterThan(1);
    for (const used of codes) {
      expect(demo.tradeCodes.find(({ code }) => code === used)).toMatchObject({ active: true, validFrom: null });
    }
    expect(demo.orders.filter(({ requestedInDays }) => requestedInDays).length).toBeGreaterThan(4);
  });
});

it('moves prices there and back in whole cents where they were', () => {
  expect([movedPrice('15.9800', 1032), priceBefore('16.4900', 1032), movedPrice('0.4675', 1010)]).toEqual([
    ...['16.4900', '15.9800', '0.4722'],
  ]);
});

it('one contract is about to expire, and only Construforte wants two persons', () => {
  const days = ironbridge.priceTables.flatMap((table) => table.days?.to ?? []);
  expect(days.some((day) => day < ironbridge.pricing.settings.expiryReminderDays)).toBe(true);
  expect([ironbridge.tenant.twoPersonApproval, construforte.tenant.twoPersonApproval]).toEqual([false, true]);
});
