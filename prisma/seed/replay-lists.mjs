import { idOf } from './master-data.mjs';

const day = 24 * 3600_000;

/** Keeps a tenant's saved lists through the application itself, each in the name of its buyer and at its own moment. */
export async function replayLists({ tenant, companies, savedLists }, tenantId, { app }) {
  const load = async (name, path) => (await import(`../../backend/dist/${path}.js`))[name];
  const use = async (name, path) => app.get(await load(name, path), { strict: false });
  const clock = await use('Clock', 'shared/clock');
  const save = await use('SaveList', 'orders/application/save-list');
  const run = await load('runInContext', 'shared/request-context');
  const context = await load('backgroundContext', 'shared/request-context');
  for (const { companyTaxId, buyerEmail: email, name, daysAgo, lines } of savedLists) {
    const { buyers } = companies.find(({ taxId }) => taxId === companyTaxId);
    const buyer = {
      ...{ id: idOf(tenant.slug, 'member', email), name: buyers.find((person) => person.email === email).name },
      ...{ kind: 'buyer', companyId: idOf(tenant.slug, 'company', companyTaxId), permissions: new Set() },
    };
    clock.now = () => new Date(Date.now() - daysAgo * day);
    const kept = await run({ ...context(tenantId, idOf('seed')), actor: buyer }, () =>
      save.execute(buyer, name, { lines }),
    );
    if (!kept.ok || kept.value.refused.length > 0) throw new Error(`a demo list was refused: ${JSON.stringify(kept)}`);
  }
  clock.now = () => new Date();
}
