import { settings } from './settings';

/** What the API answered: its status and its envelope. */
export interface Answer<T> {
  status: number;
  data: T;
  error: { code: string; message: string; details?: unknown } | null;
}

export interface Person {
  id: string;
  name: string;
  email: string;
  password: string;
}

export interface Unit {
  code: string;
  name: string;
  factor: string;
  step: string;
  minimum: string;
}

export interface Product {
  id: string;
  sku: string;
  name: string;
}

let last = 0;

/** Letters and digits nothing else in the store is called by. */
export function oneOfAKind(): string {
  last += 1;
  return `${process.pid.toString(36)}${Date.now().toString(36)}${last.toString(36)}`.toUpperCase();
}

const bag: Unit = { code: 'bag', name: 'bag', factor: '1', step: '1', minimum: '1' };

/** A Brazilian tax id that nobody has: twelve digits by chance and the two that check them. */
function aCnpj(): string {
  const digits = Array.from({ length: 12 }, () => Math.floor(Math.random() * 10));
  for (let length = 12; length < 14; length += 1) {
    const sum = digits.reduce((all, digit, index) => all + digit * (((length - 1 - index) % 8) + 2), 0);
    digits.push(sum % 11 < 2 ? 0 : 11 - (sum % 11));
  }
  return digits.join('');
}

/** One tenant's store, worked through its API by its owner: journeys set up what they change here. */
export class Shop {
  #owner: Promise<string> | null = null;
  #second: Promise<string> | null = null;

  constructor(
    readonly slug: string,
    readonly ownerEmail: string,
  ) {}

  /** Any call, refused or not. */
  async ask<T>(token: string | null, method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const csv = typeof body === 'string';
    const response = await fetch(`${settings.baseUrl}/api/v1${path}`, {
      method,
      headers: {
        'x-tenant': this.slug,
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': csv ? 'text/csv' : 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': crypto.randomUUID() }),
      },
      body: body === undefined ? undefined : csv ? body : JSON.stringify(body),
    });
    const { data, error } = (await response.json()) as Omit<Answer<T>, 'status'>;
    return { status: response.status, data, error };
  }

  /** A call that has to go well. */
  async call<T>(token: string | null, method: string, path: string, body?: unknown): Promise<T> {
    const { status, data, error } = await this.ask<T>(token, method, path, body);
    if (error) throw new Error(`${method} ${path} answered ${status} ${JSON.stringify(error)}`);
    return data;
  }

  async signIn(email: string, password = settings.demoPassword): Promise<string> {
    const { accessToken } = await this.call<{ accessToken: string }>(null, 'POST', '/auth/login', { email, password });
    return accessToken;
  }

  /** A call by the owner that has to go well. */
  async byOwner<T>(method: string, path: string, body?: unknown): Promise<T> {
    return this.call<T>(await this.#asOwner(), method, path, body);
  }

  /** A company of its own with one person in it. */
  async aBuyer({
    roles = ['purchaser'],
    stateCode = 'TX',
    locale,
  }: { roles?: string[]; stateCode?: string; locale?: string } = {}): Promise<
    Person & { company: { id: string; name: string } }
  > {
    const tag = oneOfAKind();
    const company = await this.byOwner<{ id: string; name: string }>('POST', '/backoffice/companies', {
      name: `Lumen Builders ${tag}`,
      taxId: this.slug === 'construforte' ? aCnpj() : `TAX-${tag}`,
      stateCode,
      creditLimit: '250000.00',
      paymentTerms: 'net30',
      address: { line1: '500 Main Street', city: 'Austin', stateCode, postalCode: '78701' },
    });
    const person = await this.#aPerson(
      `/backoffice/companies/${company.id}/buyers`,
      'Ada Lumen',
      `ada-${tag}@lumen.example`,
      roles,
      locale,
    );
    return { ...person, company };
  }

  /** A member of staff of its own. */
  aMember(roles: string[]): Promise<Person> {
    return this.#aPerson('/backoffice/staff', 'Iris Newell', `iris-${oneOfAKind()}@${this.slug}.example`, roles);
  }

  async #aPerson(path: string, name: string, email: string, roles: string[], locale?: string): Promise<Person> {
    const password = `Password of ${oneOfAKind()}`;
    const address = email.toLowerCase();
    const { id } = await this.byOwner<{ id: string }>('POST', path, { name, email: address, roles, password, locale });
    return { id, name, email: address, password };
  }

  /** An active product of its own, with stock in the first branch and a national price, if it is to have any. */
  async aProduct({
    name,
    brand = null,
    units = [bag],
    price = '10.00',
    tiers = [],
    stock = '500',
    branch = 'AUS',
  }: {
    name?: string;
    brand?: string | null;
    units?: Unit[];
    price?: string | null;
    tiers?: { minQuantity: string; unitPrice: string }[];
    stock?: string;
    branch?: string;
  } = {}): Promise<Product> {
    const tag = oneOfAKind();
    const [category] = await this.byOwner<{ id: string }[]>('GET', '/backoffice/categories');
    const product = await this.byOwner<Product>('POST', '/backoffice/products', {
      sku: `E2E-${tag}`,
      name: name ?? `Hydraulic lime ${tag}`,
      brand,
      categoryId: category?.id,
      baseUnit: units[0]?.code,
      status: 'active',
      units,
    });
    const { id, sku } = product;
    if (Number(stock) > 0) await this.count(sku, stock, branch);
    if (price !== null) {
      const unit = units[0]?.code ?? '';
      await this.publish('National', [
        { sku, unit, minQuantity: '1', unitPrice: price },
        ...tiers.map((tier) => ({ sku, unit, ...tier })),
      ]);
    }
    return { id, sku, name: product.name };
  }

  /** An order of one product, as a buyer places it. */
  async anOrder(buyer: Person, product: Product, quantity = '5'): Promise<{ id: string; number: string }> {
    const token = await this.signIn(buyer.email, buyer.password);
    const { version } = await this.call<{ version: number }>(token, 'POST', '/cart/lines', {
      sku: product.sku,
      quantity,
    });
    return this.call(token, 'POST', '/orders', { cartVersion: version, payment: { method: 'bank_transfer' } });
  }

  /** Changes a product, as staff do in its form. */
  async change({ id }: Product, part: { units?: Unit[]; status?: 'active' | 'archived' }): Promise<void> {
    const { version } = await this.byOwner<{ version: number }>('GET', `/backoffice/products/${id}`);
    await this.byOwner('PATCH', `/backoffice/products/${id}`, { ...part, version });
  }

  /** The code of the branch that comes first. */
  async aBranch(): Promise<string> {
    const [branch] = await this.byOwner<{ code: string }[]>('GET', '/backoffice/branches');
    return branch?.code ?? '';
  }

  /** Says how much of a product a branch has. */
  async count(sku: string, onHand: string, branch = 'AUS'): Promise<void> {
    await this.byOwner('PUT', '/backoffice/stock', { lines: [{ sku, branch, onHand, reason: 'Counted' }] });
  }

  /** The price table of this name; a company's own is made when it has none yet. */
  async priceTable(name: string, company?: { id: string }): Promise<string> {
    const query = new URLSearchParams({ pageSize: '200', ...(company ? { companyId: company.id } : { search: name }) });
    const tables = await this.byOwner<{ id: string; name: string; companyId: string | null }[]>(
      'GET',
      `/backoffice/price-tables?${query.toString()}`,
    );
    const found = tables.find((table) => (company ? table.companyId === company.id : table.name === name));
    if (found) return found.id;
    const table = { name, scope: 'company', companyId: company?.id };
    return (await this.byOwner<{ id: string }>('POST', '/backoffice/price-tables', table)).id;
  }

  /** Puts prices into a table and makes them live. */
  async publish(
    table: string | { id: string; name: string },
    changes: { sku: string; unit: string; minQuantity?: string; unitPrice: string }[],
  ): Promise<void> {
    const id = typeof table === 'string' ? await this.priceTable(table) : await this.priceTable(table.name, table);
    const path = `/backoffice/price-tables/${id}/revisions`;
    const revision = await this.byOwner<{ id: string }>('POST', path, {});
    const { revision: filled, refused } = await this.byOwner<{ revision: { version: number }; refused: unknown[] }>(
      'PUT',
      `${path}/${revision.id}/changes`,
      { changes: changes.map((change) => ({ action: 'set', minQuantity: '1', ...change })) },
    );
    if (refused.length > 0) throw new Error(`Prices were refused: ${JSON.stringify(refused)}`);
    const steps = `${path}/${revision.id}`;
    const published = await this.ask(await this.#asOwner(), 'POST', `${steps}/publish`, { version: filled.version });
    if (published.error?.code !== 'revision.not_approved') {
      if (published.error) throw new Error(`The prices were not published: ${JSON.stringify(published.error)}`);
      return;
    }
    // Two persons must agree here.
    await this.byOwner('POST', `${steps}/submit`, {});
    this.#second ??= this.aMember(['sales_manager']).then(({ email, password }) => this.signIn(email, password));
    await this.call(await this.#second, 'POST', `${steps}/approve`, {});
    await this.byOwner('POST', `${steps}/publish`, {});
  }

  /** From now on no price goes live here that only one person wants. */
  async twoMustAgree(): Promise<void> {
    const path = '/backoffice/pricing-settings';
    const { version, twoPersonApproval } = await this.byOwner<{ version: number; twoPersonApproval: boolean }>(
      'GET',
      path,
    );
    if (!twoPersonApproval) await this.byOwner('PUT', path, { twoPersonApproval: true, version });
  }

  #asOwner(): Promise<string> {
    return (this.#owner ??= this.signIn(this.ownerEmail));
  }
}

/** The demo tenants. */
export const ironbridge = new Shop('ironbridge', 'owner@ironbridge.example');
export const construforte = new Shop('construforte', 'dono@construforte.example');
