import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { construforte, dataSummary as construforteSummary } from '../../../prisma/seed/data/construforte.mjs';
import { dataSummary as ironbridgeSummary, ironbridge } from '../../../prisma/seed/data/ironbridge.mjs';
import type { DemoTenant, Order, Product, Unit } from '../../../prisma/seed/data/generate/types.mjs';

const DRAWINGS =
  'bag block brick sand gravel rebar mesh pipe bend osb ply timber screw bracket coil bucket roll tape xps insulation tile door window paint cable switch tap tool roof gypsum fastener safety glass beam'.split(
    ' ',
  );
const OPEN = new Set<Order['stage']>(['placed', 'confirmed', 'part_shipped']);
const SETTLED = new Set<Order['stage']>(['completed', 'cancelled', 'rejected']);

const duplicates = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);
const scaled = (text: string, scale: number) => {
  const [whole = '', decimals = ''] = text.split('.');
  return BigInt(whole + decimals.padEnd(scale, '0'));
};
const thousandths = (text: string) => scaled(text, 3);
const unitOf = (product: Product, code: string): Unit => {
  const unit = product.units.find((each) => each.code === code);
  if (!unit) throw new Error(`${product.sku} has no unit ${code}`);
  return unit;
};

/** What any delivery state pays at most before discounts: the dearest entry of all tables that anybody in the state can see. */
function priceOf(demo: DemoTenant, sku: string, unit: Unit, baseUnit: string, stateCode: string): bigint | null {
  const tables = demo.priceTables.filter(({ scope, stateCode: state }) => scope === 'national' || state === stateCode);
  const prices = tables.flatMap(({ entries }) =>
    entries
      .filter((entry) => entry.sku === sku && !entry.validFrom && !entry.validTo)
      .filter((entry) => entry.unit === unit.code || entry.unit === baseUnit)
      .map(({ unit: code, unitPrice }) =>
        code === unit.code ? scaled(unitPrice, 4) : (scaled(unitPrice, 4) * thousandths(unit.factor)) / 1000n,
      ),
  );
  return prices.length === 0 ? null : prices.reduce((most, price) => (price > most ? price : most));
}

describe.each([
  ['ironbridge', ironbridge],
  ['construforte', construforte],
])('demo data of %s', (slug, demo: DemoTenant) => {
  const productOf = new Map(demo.products.map((product) => [product.sku, product]));
  const companyOf = new Map(demo.companies.map((company) => [company.taxId, company]));
  const categoryCodes = new Set(demo.categories.map(({ code }) => code));
  const known = (sku: string): Product => {
    const product = productOf.get(sku);
    if (!product) throw new Error(`No product ${sku}`);
    return product;
  };
  const stateOf = (order: Order): string => {
    const company = companyOf.get(order.companyTaxId)!;
    return (order.jobSite === null ? company.address : company.jobSites[order.jobSite]!).stateCode;
  };

  it('names everything once', () => {
    expect(demo.tenant.slug).toBe(slug);
    expect(duplicates(demo.products.map(({ sku }) => sku))).toEqual([]);
    expect(duplicates(demo.products.map(({ slug: productSlug }) => productSlug))).toEqual([]);
    expect(duplicates(demo.products.map(({ name }) => name))).toEqual([]);
    expect(duplicates(demo.products.flatMap(({ gtin }) => gtin ?? []))).toEqual([]);
    expect(duplicates(demo.categories.map(({ code }) => code))).toEqual([]);
    expect(duplicates(demo.categories.map(({ slug: categorySlug }) => categorySlug))).toEqual([]);
    expect(duplicates(demo.companies.map(({ taxId }) => taxId))).toEqual([]);
    expect(duplicates(demo.companies.map(({ name }) => name))).toEqual([]);
    expect(duplicates(demo.priceTables.map(({ name }) => name))).toEqual([]);
    expect(
      duplicates([...demo.staff, ...demo.companies.flatMap(({ buyers }) => buyers)].map(({ email }) => email)),
    ).toEqual([]);
    expect(duplicates(demo.stock.map(({ sku, branch }) => `${sku} ${branch}`))).toEqual([]);
    expect(
      duplicates(demo.orders.flatMap(({ poNumber, companyTaxId }) => (poNumber ? `${companyTaxId} ${poNumber}` : []))),
    ).toEqual([]);
  });

  it('keeps slugs fit for a URL and e-mails in the domain that nobody owns', () => {
    for (const each of [...demo.products, ...demo.categories]) expect(each.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const { email } of [...demo.staff, ...demo.companies, ...demo.companies.flatMap(({ buyers }) => buyers)]) {
      expect(email).toMatch(/^[a-z-]+@[a-z-]+\.example$/);
    }
  });

  it('resolves every reference', () => {
    const branches = new Set(demo.branches.map(({ code }) => code));
    const tiers = new Set<string>(demo.tiers.map(({ code }) => code));
    for (const { code, parentCode, drawing } of demo.categories) {
      expect([code, parentCode === null || categoryCodes.has(parentCode), DRAWINGS.includes(drawing)]).toEqual([
        code,
        true,
        true,
      ]);
    }
    for (const { sku, categoryCode, drawing } of demo.products) {
      const category = demo.categories.find(({ code }) => code === categoryCode);
      expect([sku, category?.parentCode != null, drawing === undefined || DRAWINGS.includes(drawing)]).toEqual([
        sku,
        true,
        true,
      ]);
    }
    for (const { sku, branch } of demo.stock)
      expect([sku, productOf.has(sku), branches.has(branch)]).toEqual([sku, true, true]);
    for (const { name, scope, stateCode, companyTaxId, entries } of demo.priceTables) {
      expect([name, scope === 'state', scope === 'company']).toEqual([
        name,
        stateCode !== undefined,
        companyTaxId !== undefined,
      ]);
      if (companyTaxId) expect(companyOf.has(companyTaxId)).toBe(true);
      for (const { sku, unit } of entries) expect(unitOf(known(sku), unit).code).toBe(unit);
    }
    for (const { tier, jobSites, stateCode, address, buyers } of demo.companies) {
      if (tier) expect(tiers.has(tier)).toBe(true);
      expect(buyers.length).toBeGreaterThan(0);
      expect(jobSites.length).toBeGreaterThan(0);
      expect(address.stateCode).toBe(stateCode);
      for (const state of [stateCode, ...jobSites.map((jobSite) => jobSite.stateCode)]) {
        expect(demo.branches.some(({ serves }) => serves.includes(state))).toBe(true);
        if (demo.tenant.currency === 'USD') expect(demo.tenant.taxRates).toHaveProperty(state);
      }
    }
    for (const { categoryDiscounts } of demo.tiers)
      for (const { categoryCode } of categoryDiscounts) expect(categoryCodes.has(categoryCode)).toBe(true);
    for (const { categoryCode } of demo.tradeCodes)
      expect(categoryCode === null || categoryCodes.has(categoryCode)).toBe(true);
    expect(
      demo.categories
        .filter(({ parentCode }) => parentCode)
        .filter(({ code }) => !demo.products.some((product) => product.categoryCode === code)),
    ).toEqual([]);
  });

  it('gives each product sellable units, the base unit among them', () => {
    for (const { sku, units, baseUnit, attributes, description } of demo.products) {
      expect([sku, units.filter(({ factor }) => factor === '1').map(({ code }) => code)]).toEqual([sku, [baseUnit]]);
      expect([sku, duplicates(units.map(({ code }) => code))]).toEqual([sku, []]);
      for (const { factor, step, minimum } of units) {
        expect([sku, thousandths(factor) > 0n, thousandths(step) > 0n]).toEqual([sku, true, true]);
        expect([sku, thousandths(minimum) % thousandths(step), thousandths(minimum) > 0n]).toEqual([sku, 0n, true]);
      }
      expect([
        sku,
        Object.keys(attributes).length > 0,
        Object.values(attributes).every((value) => typeof value === 'string' && value !== ''),
      ]).toEqual([sku, true, true]);
      expect(description.length).toBeGreaterThan(12);
    }
    expect(demo.products.some(({ units }) => units.some(({ factor }) => factor === '2.32'))).toBe(true);
  });

  it('carries valid check digits', () => {
    for (const { gtin } of demo.products) {
      if (gtin === null) continue;
      expect(gtin).toMatch(/^952\d{10}$/);
      const sum = [...gtin].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
      expect(sum % 10).toBe(0);
    }
    for (const { taxId } of demo.companies) {
      if (demo.tenant.currency === 'USD') {
        expect(taxId).toMatch(/^(07|96|97)-\d{7}$/);
        continue;
      }
      expect(taxId).toMatch(/^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$/);
      const digits = [...taxId.replace(/\D/g, '')].map(Number);
      for (const length of [12, 13]) {
        const weights = length === 12 ? [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2] : [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
        const rest = weights.reduce((sum, weight, index) => sum + weight * digits[index]!, 0) % 11;
        expect(digits[length]).toBe(rest < 2 ? 0 : 11 - rest);
      }
    }
  });

  it('prices in four decimals, cheaper with quantity, and all but a few products', () => {
    const national = demo.priceTables.find(({ scope }) => scope === 'national')!;
    const priced = new Set(national.entries.map(({ sku }) => sku));
    const onRequest = demo.products.filter(({ sku }) => !priced.has(sku));
    expect(onRequest.length).toBeGreaterThanOrEqual(2);
    expect(onRequest.length).toBeLessThanOrEqual(8);
    const base = (sku: string) => known(sku).baseUnit;
    const tiered = new Set(
      national.entries
        .filter(({ sku, unit, minQuantity }) => unit === base(sku) && Number(minQuantity) > 1)
        .map(({ sku }) => sku),
    );
    expect(tiered.size / demo.products.length).toBeGreaterThan(0.35);
    expect(tiered.size / demo.products.length).toBeLessThan(0.65);
    expect(national.entries.some(({ sku, unit }) => unit !== base(sku))).toBe(true);

    for (const { name, scope, entries } of demo.priceTables) {
      expect(
        duplicates(
          entries.map(({ sku, unit, minQuantity, validFrom }) => [sku, unit, minQuantity, validFrom].join(' ')),
        ),
      ).toEqual([]);
      for (const { sku, unit, minQuantity, unitPrice, validFrom, validTo } of entries) {
        expect(unitPrice).toMatch(/^\d+\.\d{4}$/);
        expect([name, sku, thousandths(minQuantity) > 0n]).toEqual([name, sku, true]);
        if (scope !== 'company')
          expect([name, sku, scaled(unitPrice, 4) > 0n, priced.has(sku)]).toEqual([name, sku, true, true]);
        if (validFrom && validTo) expect(validFrom < validTo).toBe(true);
        const dearer = entries.filter(
          (other) =>
            other.sku === sku &&
            other.unit === unit &&
            other.validFrom === validFrom &&
            thousandths(other.minQuantity) < thousandths(minQuantity),
        );
        for (const other of dearer)
          expect([name, sku, scaled(other.unitPrice, 4) > scaled(unitPrice, 4)]).toEqual([name, sku, true]);
        if (unit !== base(sku)) {
          const singles = entries.filter((other) => other.sku === sku && other.unit === base(sku) && !other.validFrom);
          const factor = thousandths(unitOf(known(sku), unit).factor);
          const inSingles = singles.map((single) => (scaled(single.unitPrice, 4) * factor) / 1000n);
          expect([name, sku, inSingles.every((price) => scaled(unitPrice, 4) < price)]).toEqual([name, sku, true]);
        }
      }
    }
  });

  it('keeps one free, one expired and one future price among the negotiated ones', () => {
    const negotiated = demo.priceTables.filter(({ scope }) => scope === 'company').flatMap(({ entries }) => entries);
    expect(negotiated.some(({ unitPrice }) => unitPrice === '0.0000')).toBe(true);
    expect(negotiated.some(({ validTo }) => validTo && validTo < '2026-11-20')).toBe(true);
    expect(negotiated.some(({ validFrom }) => validFrom && validFrom > '2027-12-01')).toBe(true);
  });

  it('stocks most products everywhere, and has some low, out, or in one branch only', () => {
    const free = (sku: string) =>
      demo.stock
        .filter((level) => level.sku === sku)
        .map(({ onHand, safety }) => thousandths(onHand) - thousandths(safety));
    const share = (matches: (levels: bigint[]) => boolean) =>
      demo.products.filter(({ sku }) => matches(free(sku))).length / demo.products.length;
    const out = share((levels) => levels.every((level) => level <= 0n));
    expect(out).toBeGreaterThan(0.04);
    expect(out).toBeLessThan(0.08);
    const low = demo.products.filter(({ sku }) => {
      const levels = demo.stock.filter((level) => level.sku === sku);
      return levels.every(
        ({ onHand, safety }) =>
          thousandths(onHand) > thousandths(safety) && thousandths(onHand) <= 2n * thousandths(safety),
      );
    });
    expect(low.length / demo.products.length).toBeGreaterThan(0.06);
    expect(low.length / demo.products.length).toBeLessThan(0.1);
    expect(share((levels) => levels.length === 1)).toBeGreaterThan(0.05);
    for (const { sku, onHand, safety } of demo.stock) {
      const step = thousandths(unitOf(known(sku), known(sku).baseUnit).step);
      expect([sku, thousandths(onHand) % step, thousandths(safety) % step]).toEqual([sku, 0n, 0n]);
    }
  });

  it('orders what can be ordered, by whom may order', () => {
    for (const order of demo.orders) {
      const company = companyOf.get(order.companyTaxId)!;
      const buyer = company.buyers.find(({ email }) => email === order.buyerEmail);
      expect(['purchaser', 'company_admin']).toContain(buyer?.role);
      if (company.paymentTerms === 'prepaid') expect(order.payment).toBe('bank_transfer');
      const jobSite = order.jobSite === null ? null : company.jobSites[order.jobSite]!;
      if (jobSite?.poPattern) {
        const parts = jobSite.poPattern
          .split(/(#)/)
          .map((part) => (part === '#' ? '\\d' : part.replace(/[^\w]/g, '\\$&')));
        expect(order.poNumber).toMatch(new RegExp(`^${parts.join('')}$`));
      }
      expect(order.lines.length).toBeGreaterThanOrEqual(2);
      expect(order.lines.length).toBeLessThanOrEqual(9);
      expect(duplicates(order.lines.map(({ sku, unit }) => `${sku} ${unit}`))).toEqual([]);
      for (const { sku, unit: code, quantity } of order.lines) {
        const unit = unitOf(known(sku), code);
        expect([
          sku,
          thousandths(quantity) % thousandths(unit.step),
          thousandths(quantity) >= thousandths(unit.minimum),
        ]).toEqual([sku, 0n, true]);
        expect([sku, priceOf(demo, sku, unit, known(sku).baseUnit, stateOf(order)) !== null]).toEqual([sku, true]);
      }
    }
    expect(
      demo.orders.every(
        ({ daysAgo, minuteOfDay }) => daysAgo >= 0 && daysAgo <= 120 && minuteOfDay >= 0 && minuteOfDay < 1440,
      ),
    ).toBe(true);
  });

  it('leaves room for open orders in stock and in the credit limits', () => {
    const free = new Map(
      demo.stock.map(({ sku, branch, onHand, safety }) => [
        `${sku} ${branch}`,
        thousandths(onHand) - thousandths(safety),
      ]),
    );
    const exposure = new Map<string, bigint>();
    for (const order of demo.orders) {
      const serving = demo.branches
        .filter(({ serves }) => serves.includes(stateOf(order)))
        .sort((a, b) => a.position - b.position);
      const rate = scaled(demo.tenant.taxRates[stateOf(order)] ?? '0', 4);
      for (const { sku, unit: code, quantity } of order.lines) {
        const product = known(sku);
        const unit = unitOf(product, code);
        if (OPEN.has(order.stage)) {
          const wanted = (thousandths(quantity) * thousandths(unit.factor)) / 1000n;
          const branch = serving.find((each) => (free.get(`${sku} ${each.code}`) ?? 0n) >= wanted);
          expect([sku, branch !== undefined]).toEqual([sku, true]);
          free.set(`${sku} ${branch!.code}`, free.get(`${sku} ${branch!.code}`)! - wanted);
        }
        if (order.payment === 'credit' && !SETTLED.has(order.stage)) {
          const most =
            priceOf(demo, sku, unit, product.baseUnit, stateOf(order))! * thousandths(quantity) * (10000n + rate);
          exposure.set(order.companyTaxId, (exposure.get(order.companyTaxId) ?? 0n) + most);
        }
      }
    }
    for (const [taxId, used] of exposure) {
      const company = companyOf.get(taxId)!;
      expect([company.name, used <= scaled(company.creditLimit, 11)]).toEqual([company.name, true]);
    }
  });
});

describe('demo data as a whole', () => {
  it('has the promised size', () => {
    expect(ironbridgeSummary).toMatchObject({
      categories: 25,
      branches: 3,
      companies: 12,
      companyTables: 3,
      staff: 5,
      orders: 60,
    });
    expect(ironbridgeSummary.products).toBeGreaterThanOrEqual(380);
    expect(ironbridgeSummary.stateTables).toBeGreaterThanOrEqual(6);
    expect(construforteSummary).toMatchObject({
      categories: 14,
      branches: 2,
      companies: 6,
      stateTables: 4,
      companyTables: 1,
      staff: 3,
      orders: 15,
    });
    expect(construforteSummary.products).toBeGreaterThanOrEqual(145);
  });

  it('leaves Ironbridge’s sales something to do: ten orders of the last two days to confirm', () => {
    expect(
      ironbridge.orders
        .filter(({ stage }) => stage === 'placed')
        .map(({ daysAgo }) => daysAgo)
        .sort(),
    ).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
    for (const table of ironbridge.priceTables.filter(({ scope }) => scope === 'state')) {
      const count = new Set(table.entries.map(({ sku }) => sku)).size;
      expect(count).toBeGreaterThanOrEqual(40);
      expect(count).toBeLessThanOrEqual(120);
    }
  });

  it('has the people whose names are promised', () => {
    const emails = [ironbridge, construforte]
      .flatMap(({ staff, companies }) => [...staff, ...companies.flatMap(({ buyers }) => buyers)])
      .map(({ email }) => email);
    const promised = [
      ...['owner', 'manager', 'rep', 'fulfilment', 'readonly'].map((name) => `${name}@ironbridge.example`),
      ...['admin', 'purchaser', 'approver', 'viewer'].map((name) => `${name}@hearthstone.example`),
      'purchaser@bluefin.example',
      ...['dono', 'gerente', 'vendas'].map((name) => `${name}@construforte.example`),
      'compras@alvorada.example',
      'compras@horizonte.example',
    ];
    expect(emails).toEqual(expect.arrayContaining(promised));
  });

  it('comes out the same in another process, in another time zone', () => {
    const data = new URL('../../../prisma/seed/data/', import.meta.url);
    const script = `
      import { ironbridge } from '${new URL('ironbridge.mjs', data).href}';
      import { construforte } from '${new URL('construforte.mjs', data).href}';
      process.stdout.write(JSON.stringify({ ironbridge, construforte }));`;
    const again = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' },
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(JSON.parse(again)).toEqual({ ironbridge, construforte });
  });
});
