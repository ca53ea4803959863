import { getMetadataStorage } from 'class-validator';

type Rules = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>;

/**
 * Finds the rules of each class of bodies once. By itself the validator looks through all classes there are for every
 * single object, which is most of what a body of hundreds of lines costs.
 */
export function rememberRules(): void {
  const storage = getMetadataStorage();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const group = storage.groupByPropertyName.bind(storage);
  const found = new Map<unknown, Map<string, Rules>>();
  const grouped = new WeakMap<Rules, ReturnType<typeof group>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (always || strictGroups || groups) return find(target, schema, always, strictGroups, groups);
    // For what is nested the validator names the class around it.
    const ofTarget = found.get(target) ?? new Map<string, Rules>();
    const rules = ofTarget.get(schema) ?? find(target, schema, always, strictGroups, groups);
    found.set(target, ofTarget.set(schema, rules));
    return rules;
  };
  storage.groupByPropertyName = (rules) => {
    const byName = grouped.get(rules) ?? group(rules);
    grouped.set(rules, byName);
    return byName;
  };
}
