import { changedBy, movedPrice } from './data/generate/revisions.mjs';
import { idOf } from './master-data.mjs';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** In UTC: people of both tenants are at work by then. */
const morning = 14;
const allowed = { mayPublish: true, mayOverrideFloor: true, seesCosts: true };

/**
 * Takes a tenant's price revisions through the application, each at its own moment: what went live month by month, what
 * was rolled back, and what is being worked on now.
 */
export async function replayRevisions(data, tenantId, { app, owner }) {
  const tools = await toolsOf(app);
  const oldestFirst = [...data.pricing.revisions].sort((a, b) => b.daysAgo - a.daysAgo);
  const steps = oldestFirst.flatMap((revision) => stepsOf(revision, data));
  steps.sort((a, b) => a.at - b.at);
  for (const { at, by, work, revision } of steps) {
    tools.clock.now = () => at;
    const { name } = data.staff.find(({ email }) => email === by);
    const editor = { id: idOf(data.tenant.slug, 'member', by), name, ...allowed };
    const actor = { ...editor, kind: 'staff', companyId: null, permissions: new Set() };
    const context = { ...tools.context(tenantId, idOf('seed')), actor };
    const tableId = idOf(data.tenant.slug, 'price-table', revision.table);
    revision.id =
      (await tools.run(context, () => work(tools, editor, { tableId, revisionId: revision.id }))) ?? revision.id;
    // The story is dated by the database; these chapters are of this moment.
    await owner.query('update pricing.revision_event set at = $1 where tenant_id = $2 and at > $1', [at, tenantId]);
  }
  tools.clock.now = () => new Date();
}

/** What happens to a revision, when and by whom. */
function stepsOf({ id: _, ...described }, data) {
  const revision = { ...described };
  const { name, by, approvedBy, status, daysAgo, perMille, odd = [], note = null, rolledBackDaysAgo } = revision;
  const start = new Date(Date.now() - daysAgo * day);
  start.setUTCHours(morning, 0, 0, 0);
  const step = (after, who, work) => ({ at: new Date(start.getTime() + after), by: who, work, revision });
  const steps = [
    step(0, by, async (tools, editor, { tableId }) => {
      const begun = must(await tools.begin.execute(tableId, name, editor));
      const changed = await tools.change.execute(
        tableId,
        begun.state.id,
        changesOf(revision, data, perMille, odd),
        editor,
      );
      const { refused } = must(changed);
      if (refused.length > 0) throw new Error(`a demo revision has refused prices: ${JSON.stringify(refused)}`);
      return begun.state.id;
    }),
  ];
  const move = (after, who, how, said = null) =>
    steps.push(
      step(
        after,
        who,
        async (tools, editor, where) => void must(await tools.move.execute(where, how, editor, { note: said })),
      ),
    );
  const publish = (after, who, more) =>
    steps.push(
      step(
        after,
        who,
        async (tools, editor, where) => void must(await tools.publish.execute({ ...where, ...more }, editor)),
      ),
    );

  if (['submitted', 'approved', 'scheduled', 'rejected'].includes(status) || (status === 'live' && approvedBy)) {
    move(20 * minute, by, 'submit', status === 'rejected' ? null : note);
  }
  if (['approved', 'scheduled'].includes(status) || (status === 'live' && approvedBy))
    move(40 * minute, approvedBy, 'approve');
  if (status === 'rejected') move(3 * hour, approvedBy, 'reject', note);
  if (status === 'withdrawn') move(3 * hour, by, 'withdraw', note);
  if (status === 'live') publish(50 * minute, approvedBy ?? by, {});
  if (status === 'scheduled') publish(50 * minute, approvedBy, { goesLiveLocal: nextMonth(data.tenant.timeZone) });
  if (rolledBackDaysAgo !== undefined) {
    steps.push(
      step((daysAgo - rolledBackDaysAgo) * day, by, async (tools, editor, { tableId, revisionId }) =>
        must(await tools.rollBack.execute(tableId, revisionId, editor)),
      ),
    );
  }
  return steps;
}

/** From what its table holds: live ones end there, others start there. */
function changesOf(revision, data, perMille, odd) {
  const ends = revision.status === 'live' && revision.rolledBackDaysAgo === undefined;
  const looked = new Map(odd);
  return changedBy(revision, data).map(({ sku, unit, minQuantity, unitPrice, validFrom, validTo }) => ({
    ...{ sku, unit, minQuantity, action: 'set' },
    unitPrice: ends ? unitPrice : movedPrice(unitPrice, looked.get(sku) ?? perMille),
    ...(validFrom && { validFrom: new Date(validFrom) }),
    ...(validTo && { validTo: new Date(validTo) }),
  }));
}

/** Midnight of the first of the next month that is at least four days ahead, by the tenant's clock. */
function nextMonth(timeZone) {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(Date.now() + 4 * day);
  const [year, month] = today.split('-').map(Number);
  return `${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, '0')}-01T00:00`;
}

async function toolsOf(app) {
  const load = async (name, path) => (await import(`../../backend/dist/${path}.js`))[name];
  const use = async (name, path) => app.get(await load(name, path), { strict: false });
  return {
    ...{ clock: await use('Clock', 'shared/clock'), run: await load('runInContext', 'shared/request-context') },
    context: await load('backgroundContext', 'shared/request-context'),
    begin: await use('BeginRevision', 'pricing/application/begin-revision'),
    change: await use('ChangePrices', 'pricing/application/change-prices'),
    move: await use('MoveRevision', 'pricing/application/move-revision'),
    publish: await use('PublishRevision', 'pricing/application/publish-revision'),
    rollBack: await use('RollBack', 'pricing/application/roll-back'),
  };
}

/** A demo revision that the application refuses is a mistake in the demo. */
function must(result) {
  if (result.ok) return result.value;
  throw new Error(`a demo revision was refused: ${JSON.stringify(result.error)}`);
}
