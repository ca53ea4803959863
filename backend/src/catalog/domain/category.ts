import { newId } from '../../shared/ids.js';
import { slugOf } from './slug.js';

/** What somebody may say about a category. */
export interface CategoryFacts {
  readonly code: string;
  readonly slug: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly drawing: string | null;
  readonly position: number;
}

/** A place of products in the tenant's tree. */
export interface Category extends CategoryFacts {
  readonly id: string;
  readonly version: number;
}

/** A category nobody has seen yet; its slug is its name's unless it is given one. */
export const newCategory = (facts: Pick<CategoryFacts, 'code' | 'name'> & Partial<CategoryFacts>): Category => ({
  parentId: null,
  drawing: null,
  position: 0,
  ...facts,
  slug: facts.slug ?? slugOf(facts.name),
  id: newId(),
  version: 0,
});

/** Whether a category would come to lie below itself; `parents` says of each category where it lies. */
export function wouldCircle(id: string, parentId: string | null, parents: ReadonlyMap<string, string | null>): boolean {
  const passed = new Set<string>();
  for (let at = parentId; at !== null && !passed.has(at); at = parents.get(at) ?? null) {
    if (at === id) return true;
    passed.add(at);
  }
  return false;
}
