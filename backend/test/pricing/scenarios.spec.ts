import { readdirSync, readFileSync } from 'node:fs';
import { badgeOf, labelOf } from '../../src/pricing/domain/price-badge.js';
import { PriceResolver } from '../../src/pricing/domain/price-resolver.js';
import { traceOf } from '../../src/pricing/domain/price-trace.js';
import { price, qty } from '../support/builders.js';
import { askOf, candidatesOf, discountsOf, instantOf, type Scenario } from './scenario.js';

interface ScenarioFile {
  readonly rule: string;
  readonly cases: readonly Scenario[];
}

const folder = new URL('scenarios/', import.meta.url);
const files = readdirSync(folder)
  .sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as ScenarioFile);

describe.each(files)('$rule', ({ cases }) => {
  it.each(cases)('$story', (scenario) => {
    const candidates = candidatesOf(scenario);
    const named = new Map([...candidates].map(([name, { entryId }]) => [entryId, name]));
    const at = instantOf(scenario);
    const ask = askOf(scenario);
    const resolver = new PriceResolver(at);
    const outcome = resolver.resolve(ask, [...candidates.values()], discountsOf(scenario));
    const trace = traceOf(outcome, at);

    expect(outcome.unitPrice?.toString() ?? null).toBe(scenario.answer && price(scenario.answer).toString());
    expect(outcome.derived).toBe(scenario.derived ?? false);
    expect(trace.losers.length + (trace.winner ? 1 : 0)).toBe(candidates.size);
    if (scenario.source) expect(trace.winner?.scope).toBe(scenario.source);
    if (scenario.label) expect(labelOf(badgeOf(outcome))).toBe(scenario.label);
    if (scenario.list !== undefined) {
      expect(outcome.listPrice?.toString() ?? null).toBe(scenario.list && price(scenario.list).toString());
    }
    if (scenario.total) {
      expect(outcome.unitPrice?.times(ask.quantity, scenario.currency ?? 'USD').toString()).toBe(scenario.total);
    }
    if (scenario.lost) {
      expect(Object.fromEntries(trace.losers.map((loser) => [named.get(loser.entryId), loser.reason]))).toEqual(
        scenario.lost,
      );
    }
    if (scenario.passedOver) {
      const passed = trace.adjustments.filter(({ passedOver }) => passedOver);
      expect(Object.fromEntries(passed.map((step) => [step.name, step.passedOver]))).toEqual(scenario.passedOver);
    }
    if (scenario.breaks) {
      const range = {
        ...(scenario.minimum && { least: qty(scenario.minimum) }),
        ...(scenario.step && { step: qty(scenario.step) }),
      };
      const breaks = resolver.breaks(ask, [...candidates.values()], discountsOf(scenario), range);
      expect(breaks.map(({ minimum, unitPrice }) => `${minimum.toString()}+ ${unitPrice.toString()}`)).toEqual(
        scenario.breaks.map((text) => text.replace(/[\d.]+$/, (amount) => price(amount).toString())),
      );
    }
  });
});

it('there are the rules’ own table and at least sixty further cases', () => {
  expect(files.find(({ rule }) => rule.includes('own table'))?.cases).toHaveLength(7);
  expect(files.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(67);
});
