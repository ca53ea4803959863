import { newId } from '../../src/shared/ids.js';
import type { Permission } from '../../src/shared/permissions.js';
import { Api } from '../support/api.js';
import { aShop, aToken, asOwner, insertRows, type Shop } from '../support/shop.js';
import { aPerson, cookiesOf, giveRoles, outcome, refresh, signIn, tokenOf } from './people.js';

interface Company {
  id: string;
  name: string;
  taxId: string;
  version: number;
}

interface Buyer {
  id: string;
  email: string;
  status: string;
  roles: string[];
}

interface JobSite {
  id: string;
  name: string;
  budget: string | null;
}

let api: Api;
let shop: Shop;
let other: Shop;
let roles: Record<string, string>;

beforeAll(async () => {
  [api, other] = await Promise.all([Api.start(), aShop()]);
  await giveRoles(other);
});
beforeEach(async () => {
  shop = await aShop();
  roles = await giveRoles(shop);
});
afterAll(() => api.stop());

const call = <T = Company>(method: string, path: string, body?: unknown, token: string | null = shop.staffToken) =>
  api.call<T>(shop, token, method, path, body);
const staffWith = (...permissions: Permission[]): string =>
  aToken({ tenantId: shop.tenantId, sub: shop.staffId, kind: 'staff', permissions });
const buyerWith = (...permissions: Permission[]): string =>
  aToken({ tenantId: shop.tenantId, sub: shop.buyerId, kind: 'buyer', companyId: shop.companyId, permissions });

const companies = '/backoffice/companies';
const crest = { name: 'Crest Roofing', taxId: '33-3333333', stateCode: 'CO' };
const site = { name: 'Hill Tower', line1: '9 Hill St', city: 'Austin', stateCode: 'TX', postalCode: '73301' };

/** A buyer tier of the shop. */
async function aTier(): Promise<string> {
  const id = newId();
  await asOwner((owner) =>
    insertRows(owner, shop.tenantId, 'pricing.buyer_tier', [
      { id, code: 'GOLD', name: 'Gold', default_discount: '0.05' },
    ]),
  );
  return id;
}

describe('companies', () => {
  it('are registered with everything that is known, and read back the same', async () => {
    const full = {
      ...crest,
      taxId: '333333333',
      status: 'active',
      tierId: await aTier(),
      salesRepId: shop.staffId,
      email: 'office@crest.example',
      creditLimit: '2500.5',
      paymentTerms: 'net45',
      address: { line1: '1 Peak Rd', line2: 'Gate 2', city: 'Denver', stateCode: 'CO', postalCode: '80201' },
    };
    const added = await call('POST', companies, full);
    expect(added.status).toBe(201);
    expect(added.headers.get('location')).toBe(`/api/v1${companies}/${added.body.data?.id}`);
    const read = await call('GET', `${companies}/${added.body.data?.id}`);
    expect(read.body.data).toEqual({
      ...full,
      id: added.body.data?.id,
      taxId: '33-3333333',
      creditLimit: '2500.50',
      version: 1,
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    });
    expect(added.body.data).toEqual(read.body.data);
  });

  it('begin prepaid and without credit', async () => {
    const { body } = await call('POST', companies, crest);
    expect(body.data).toMatchObject({ status: 'active', paymentTerms: 'prepaid', creditLimit: '0.00', address: null });
  });

  it.each([
    ['no name', { name: '' }, 400, 'request.invalid'],
    ['an endless name', { name: 'x'.repeat(201) }, 400, 'request.invalid'],
    ['an e-mail that is none', { email: 'office' }, 400, 'request.invalid'],
    ['credit below zero', { creditLimit: '-1' }, 400, 'request.invalid'],
    ['credit to the mill', { creditLimit: '1.005' }, 400, 'request.invalid'],
    ['terms nobody knows', { paymentTerms: 'someday' }, 400, 'request.invalid'],
    ['a tier that is no id', { tierId: 'gold' }, 400, 'request.invalid'],
    ['half an address', { address: { line1: 'x' } }, 400, 'request.invalid'],
    ['an unknown field', { id: '1' }, 400, 'request.invalid'],
    ['a tax id that is none', { taxId: '??-??' }, 422, 'company.tax_id_not_valid'],
    ['a state of another country', { stateCode: 'PE' }, 422, 'company.state_unknown'],
    ['an address in no state', { address: { ...site, stateCode: 'XX' } }, 400, 'request.invalid'],
    ['a tier nobody knows', { tierId: newId() }, 422, 'company.tier_unknown'],
    ['a sales rep nobody knows', { salesRepId: newId() }, 422, 'company.sales_rep_unknown'],
    ['a tax id that is taken', { taxId: '111111111' }, 409, 'company.tax_id_taken'],
  ])('are refused with %s', async (_, more, status, code) => {
    expect(outcome(await call('POST', companies, { ...crest, ...more }))).toEqual([status, code]);
  });

  it('have a valid CNPJ where money is BRL', async () => {
    const brazil = await aShop({ currency: 'BRL' });
    const register = (taxId: string) =>
      api.call<Company>(brazil, brazil.staffToken, 'POST', companies, { name: 'Alvorada', stateCode: 'PE', taxId });
    expect((await register('11222333000181')).body.data?.taxId).toBe('11.222.333/0001-81');
    expect((await register('12.abc.345/01de-35')).body.data?.taxId).toBe('12.ABC.345/01DE-35');
    expect(outcome(await register('11.222.333/0001-81'))).toEqual([409, 'company.tax_id_taken']);
    expect(outcome(await register('11.222.333/0001-82'))).toEqual([422, 'company.tax_id_not_valid']);
    expect(outcome(await register('33-3333333'))).toEqual([422, 'company.tax_id_not_valid']);
  });

  it('are found by words of the name or tax id, without accents or punctuation, and by status', async () => {
    await call('POST', companies, { ...crest, name: 'Crèst & Sons 100% Roofing' });
    const found = async (query: string) => {
      const { body } = await call<Company[]>('GET', `${companies}?${query}`);
      return body.data?.map(({ name }) => name);
    };
    const name = 'Crèst & Sons 100% Roofing';
    expect(await found('search=crest')).toEqual([name]);
    expect(await found('search=roof%20CRES')).toEqual([name]);
    expect(await found('search=33-333')).toEqual([name]);
    expect(await found('search=333333333')).toEqual([name]);
    expect(await found('search=100%25')).toEqual([name]);
    expect(await found('search=10_%25')).toEqual([]);
    expect(await found('search=%5C')).toEqual([]);
    expect(await found('search=crest%20aurora')).toEqual([]);
    expect(await found('search=')).toEqual(['Aurora Builders', 'Borealis Homes', name]);
    expect(await found('sort=-name')).toEqual([name, 'Borealis Homes', 'Aurora Builders']);
    expect((await found('sort=newest'))?.[0]).toBe(name);
    await call('PATCH', `${companies}/${shop.companyId}`, { status: 'blocked' });
    expect(await found('status=blocked')).toEqual(['Aurora Builders']);
    expect(await found('status=blocked&search=bor')).toEqual([]);
    const second = await call<Company[]>('GET', `${companies}?page=2&pageSize=2`);
    expect([second.body.data?.length, second.body.meta.page]).toEqual([1, { number: 2, size: 2, total: 3 }]);
    const beyond = await call<Company[]>('GET', `${companies}?page=9&search=crest`);
    expect(beyond.body.meta.page).toEqual({ number: 9, size: 24, total: 1 });
  });

  it('are changed under a version, and keep what was not mentioned', async () => {
    const path = `${companies}/${shop.companyId}`;
    const changed = await call('PATCH', path, { version: 1, name: 'Aurora Group', tierId: null, creditLimit: '10' });
    expect(changed.body.data).toMatchObject({
      name: 'Aurora Group',
      creditLimit: '10.00',
      version: 2,
      taxId: '11-1111111',
    });
    const stale = await call('PATCH', path, { version: 1, name: 'Aurora Ltd' });
    expect(outcome(stale)).toEqual([409, 'company.stale']);
    expect(stale.body.error?.details).toEqual({ version: 2 });
    expect(outcome(await call('PATCH', path, { taxId: '22-2222222' }))).toEqual([409, 'company.tax_id_taken']);
    expect(outcome(await call('PATCH', path, { salesRepId: shop.buyerId }))).toEqual([
      422,
      'company.sales_rep_unknown',
    ]);
    expect(outcome(await call('PATCH', path, { stateCode: 'ZZ' }))).toEqual([422, 'company.state_unknown']);
    expect(outcome(await call('PATCH', path, { name: null }))).toEqual([400, 'request.invalid']);
    const trail = await call<{ facts: object }[]>('GET', `/backoffice/audit?entityId=${shop.companyId}`);
    expect(trail.body.data?.map(({ facts }) => facts)).toEqual([
      { name: { from: 'Aurora Builders', to: 'Aurora Group' }, creditLimit: { from: '100000.00', to: '10.00' } },
    ]);
  });

  it('when blocked sign their buyers out and keep them out, until they are active again', async () => {
    const buyer = await aPerson(shop, 'buyer', [roles.purchaser]);
    const signedIn = await signIn(api, shop, { email: buyer.email });
    const token = signedIn.body.data?.accessToken ?? '';
    expect((await call('GET', '/company', undefined, token)).status).toBe(200);
    await call('PATCH', `${companies}/${shop.companyId}`, { status: 'blocked' });
    expect(outcome(await call('GET', '/company', undefined, token))).toEqual([401, 'auth.token_stale']);
    expect((await refresh(api, shop, cookiesOf(signedIn))).status).toBe(401);
    expect((await signIn(api, shop, { email: buyer.email })).status).toBe(401);
    await call('PATCH', `${companies}/${shop.companyId}`, { status: 'active' });
    expect((await signIn(api, shop, { email: buyer.email })).status).toBe(200);
  });

  it('are for those who may, and of one tenant alone', async () => {
    const foreign = `${companies}/${other.companyId}`;
    expect(outcome(await call('GET', companies, undefined, null))).toEqual([401, 'auth.required']);
    expect(outcome(await call('GET', companies, undefined, shop.token))).toEqual([403, 'auth.forbidden']);
    expect(outcome(await call('POST', companies, crest, staffWith('company.read')))).toEqual([403, 'auth.forbidden']);
    const patched = await call('PATCH', `${companies}/${shop.companyId}`, {}, staffWith('company.read'));
    expect(outcome(patched)).toEqual([403, 'auth.forbidden']);
    expect(outcome(await call('GET', foreign))).toEqual([404, 'company.not_found']);
    expect(outcome(await call('PATCH', foreign, { name: 'Mine' }))).toEqual([404, 'company.not_found']);
    expect(outcome(await call('GET', `${companies}/1`))).toEqual([400, 'request.invalid']);
    expect(outcome(await call('GET', `${companies}?status=gone`))).toEqual([400, 'request.invalid']);
    expect(outcome(await call('GET', `${companies}?sort=taxId`))).toEqual([400, 'request.invalid']);
    const foundThere = await call<Company[]>('GET', `${companies}?search=${other.slug}`);
    expect(foundThere.body.data).toEqual([]);
  });
});

describe('a company’s buyers', () => {
  const path = () => `${companies}/${shop.companyId}/buyers`;
  const newBuyer = (more: object = {}) => ({
    name: 'Bea Buyer',
    email: `bea-${newId()}@aurora.example`,
    roles: ['purchaser'],
    password: 'Mortar-and-trowel',
    ...more,
  });

  it('are added by staff, sign in for their company, and are listed with it alone', async () => {
    const bea = newBuyer();
    const added = await call<Buyer>('POST', path(), bea);
    expect(added.status).toBe(201);
    expect(added.body.data).toMatchObject({
      name: 'Bea Buyer',
      email: bea.email,
      status: 'active',
      roles: ['purchaser'],
    });
    const { body } = await signIn(api, shop, { email: bea.email, password: bea.password });
    expect(body.data?.user).toMatchObject({ kind: 'buyer', company: { id: shop.companyId } });
    const list = await call<Buyer[]>('GET', path());
    expect(list.body.data?.map(({ email }) => email)).toEqual([bea.email, `buyer@${shop.slug}.example`]);
    expect(list.body.meta.page?.total).toBe(2);
    const elsewhere = await call<Buyer[]>('GET', `${companies}/${shop.otherCompanyId}/buyers`);
    expect(elsewhere.body.data).toEqual([]);
    expect((await call<Buyer>('GET', `${path()}/${added.body.data?.id}`)).status).toBe(200);
  });

  it('are changed and disabled by staff, with effect at once', async () => {
    const buyer = await aPerson(shop, 'buyer', [roles.purchaser]);
    const token = await tokenOf(api, shop, buyer);
    const changed = await call<Buyer>('PATCH', `${path()}/${buyer.id}`, { roles: ['viewer'] });
    expect(changed.body.data?.roles).toEqual(['viewer']);
    expect(outcome(await call('GET', '/company', undefined, token))).toEqual([401, 'auth.token_stale']);
    await call('PATCH', `${path()}/${buyer.id}`, { status: 'disabled' });
    expect((await signIn(api, shop, { email: buyer.email })).status).toBe(401);
  });

  it.each([
    ['a role of staff', { roles: ['owner'] }, 422, 'role.unknown'],
    [
      'their own e-mail for a password',
      { email: 'long.enough@aurora.example', password: 'Long.Enough@aurora.example' },
      422,
      'auth.password_too_weak',
    ],
    ['a short password', { password: '123456789' }, 400, 'request.invalid'],
    ['an endless password', { password: 'x'.repeat(201) }, 400, 'request.invalid'],
  ])('are refused with %s', async (_, more, status, code) => {
    expect(outcome(await call('POST', path(), newBuyer(more)))).toEqual([status, code]);
  });

  it('are for those who may, of their own company and tenant', async () => {
    const foreign = `${companies}/${other.companyId}/buyers`;
    expect(outcome(await call('GET', path(), undefined, null))).toEqual([401, 'auth.required']);
    expect(outcome(await call('GET', path(), undefined, staffWith('order.read')))).toEqual([403, 'auth.forbidden']);
    expect(outcome(await call('POST', path(), newBuyer(), staffWith('company.read')))).toEqual([403, 'auth.forbidden']);
    const patched = await call('PATCH', `${path()}/${shop.buyerId}`, {}, staffWith('company.read'));
    expect(outcome(patched)).toEqual([403, 'auth.forbidden']);
    expect(outcome(await call('GET', foreign))).toEqual([404, 'company.not_found']);
    expect(outcome(await call('POST', foreign, newBuyer()))).toEqual([404, 'company.not_found']);
    expect(outcome(await call('PATCH', `${foreign}/${other.buyerId}`, {}))).toEqual([404, 'member.not_found']);
    const wrongCompany = `${companies}/${shop.otherCompanyId}/buyers/${shop.buyerId}`;
    expect(outcome(await call('PATCH', wrongCompany, { name: 'X' }))).toEqual([404, 'member.not_found']);
    expect(outcome(await call('GET', wrongCompany))).toEqual([404, 'member.not_found']);
    expect(outcome(await call('GET', `${path()}/${shop.staffId}`))).toEqual([404, 'member.not_found']);
  });
});

describe.each([
  ['staff', () => `${companies}/${shop.companyId}/job-sites`, () => shop.staffToken],
  ['the company itself', () => '/company/job-sites', () => shop.token],
])('job sites kept by %s', (_, path, token) => {
  it('are opened, changed and archived', async () => {
    const full = {
      ...site,
      contactName: 'Al',
      contactPhone: '+1 512',
      accessNotes: 'Ring\ntwice',
      poPattern: 'HT-####',
    };
    const opened = await call<JobSite>('POST', path(), { ...full, budget: '9000' }, token());
    expect([opened.status, opened.body.data?.budget]).toEqual([201, '9000.00']);
    const list = await call<JobSite[]>('GET', path(), undefined, token());
    expect(list.body.data?.map(({ name }) => name)).toEqual(['Hill Tower', 'Riverside']);
    expect(list.body.data?.[0]).toMatchObject({ ...full, line2: null, budget: '9000.00', companyId: shop.companyId });

    const one = `${path()}/${opened.body.data?.id}`;
    const changed = await call<JobSite>('PATCH', one, { name: 'Low Tower', contactName: null, city: 'Waco' }, token());
    expect(changed.body.data).toMatchObject({ ...full, name: 'Low Tower', contactName: null, city: 'Waco' });
    expect((await call('DELETE', one, undefined, token())).status).toBe(200);
    expect(outcome(await call('DELETE', one, undefined, token()))).toEqual([404, 'job_site.not_found']);
    expect(outcome(await call('PATCH', one, { name: 'X' }, token()))).toEqual([404, 'job_site.not_found']);
    expect((await call<JobSite[]>('GET', path(), undefined, token())).body.data).toHaveLength(1);
    const { rows } = await asOwner((sql) =>
      sql.query('select 1 from identity.job_site where id = $1', [opened.body.data?.id]),
    );
    expect(rows).toHaveLength(1);
  });

  it.each([
    ['no name', { name: undefined }, 400, 'request.invalid'],
    ['an endless note', { accessNotes: 'x'.repeat(1001) }, 400, 'request.invalid'],
    ['a budget that is no amount', { budget: 'much' }, 400, 'request.invalid'],
    ['another company', { companyId: newId() }, 400, 'request.invalid'],
    ['a state that is none', { stateCode: 'ZZ' }, 422, 'company.state_unknown'],
  ])('are refused with %s', async (_case, more, status, code) => {
    expect(outcome(await call('POST', path(), { ...site, ...more }, token()))).toEqual([status, code]);
  });

  it('need somebody signed in', async () => {
    expect(outcome(await call('GET', path(), undefined, null))).toEqual([401, 'auth.required']);
    expect(outcome(await call('POST', path(), site, null))).toEqual([401, 'auth.required']);
  });

  it('of another company or tenant do not exist', async () => {
    const mine = await call<JobSite>('POST', `${companies}/${shop.otherCompanyId}/job-sites`, site);
    for (const foreign of [mine.body.data?.id, other.jobSiteId]) {
      expect(outcome(await call('PATCH', `${path()}/${foreign}`, { name: 'X' }, token()))).toEqual([
        404,
        'job_site.not_found',
      ]);
      expect(outcome(await call('DELETE', `${path()}/${foreign}`, undefined, token()))).toEqual([
        404,
        'job_site.not_found',
      ]);
    }
  });
});

it('job sites of another tenant’s company are nobody’s', async () => {
  const foreign = `${companies}/${other.companyId}/job-sites`;
  expect(outcome(await call('GET', foreign))).toEqual([404, 'company.not_found']);
  expect(outcome(await call('POST', foreign, site))).toEqual([404, 'company.not_found']);
  expect(
    outcome(await call('POST', `${companies}/${shop.companyId}/job-sites`, site, staffWith('company.read'))),
  ).toEqual([403, 'auth.forbidden']);
});

describe('a buyer’s own company', () => {
  it('is told with its sales rep, without what is the distributor’s business', async () => {
    await call('PATCH', `${companies}/${shop.companyId}`, { salesRepId: shop.staffId, tierId: await aTier() });
    const { status, body } = await call('GET', '/company', undefined, shop.token);
    expect([status, body.data]).toEqual([
      200,
      {
        id: shop.companyId,
        name: 'Aurora Builders',
        taxId: '11-1111111',
        stateCode: 'TX',
        email: null,
        creditLimit: '100000.00',
        paymentTerms: 'net30',
        address: { line1: '1 Main St', city: 'Austin', stateCode: 'TX', postalCode: '73301' },
        salesRep: { name: 'Test Person', email: `staff@${shop.slug}.example` },
      },
    ]);
    expect(outcome(await call('GET', '/company'))).toEqual([403, 'auth.forbidden']);
    expect(outcome(await call('GET', '/company', undefined, null))).toEqual([401, 'auth.required']);
  });

  it('is kept by those who may manage it', async () => {
    const viewer = buyerWith('company.view');
    const person = { name: 'Vi', email: `vi@${shop.slug}.example`, roles: ['viewer'] };
    for (const refused of [
      await call('POST', '/company/job-sites', site, viewer),
      await call('PATCH', `/company/job-sites/${shop.jobSiteId}`, {}, viewer),
      await call('DELETE', `/company/job-sites/${shop.jobSiteId}`, undefined, viewer),
      await call('POST', '/company/buyers', person, viewer),
      await call('PATCH', `/company/buyers/${shop.buyerId}`, {}, viewer),
      await call('GET', '/company/roles', undefined, viewer),
    ]) {
      expect(outcome(refused)).toEqual([403, 'auth.forbidden']);
    }
    expect((await call('GET', '/company/buyers', undefined, viewer)).status).toBe(200);
  });

  it('invites its own people, into roles within the inviter’s rights', async () => {
    const choices = await call<{ code: string }[]>('GET', '/company/roles', undefined, shop.token);
    expect(choices.body.data?.map(({ code }) => code)).toEqual(['company_admin', 'purchaser', 'approver', 'viewer']);
    const person = { name: 'Vi', email: `vi@${shop.slug}.example`, roles: ['viewer'] };
    const invited = await call<Buyer>('POST', '/company/buyers', person, shop.token);
    expect([invited.status, invited.body.data?.status]).toEqual([201, 'invited']);
    const path = `/company/buyers/${invited.body.data?.id}`;
    const purchaser = await call<Buyer>('PATCH', path, { roles: ['purchaser'] }, shop.token);
    expect(purchaser.body.data?.roles).toEqual(['purchaser']);

    const limited = buyerWith('company.manage', 'company.view', 'catalogue.view', 'order.view');
    const wide = { ...person, email: `w@${shop.slug}.example`, roles: ['company_admin'] };
    expect(outcome(await call('POST', '/company/buyers', wide, limited))).toEqual([422, 'role.beyond_own_rights']);
    expect(outcome(await call('PATCH', path, { name: 'X' }, limited))).toEqual([422, 'role.beyond_own_rights']);
    expect(
      outcome(await call('POST', '/company/buyers', { ...wide, password: 'Sand-and-gravel' }, shop.token)),
    ).toEqual([400, 'request.invalid']);
    const stranger = await aPerson(shop, 'buyer', [], { companyId: shop.otherCompanyId });
    expect(outcome(await call('PATCH', `/company/buyers/${stranger.id}`, {}, shop.token))).toEqual([
      404,
      'member.not_found',
    ]);
  });
});
