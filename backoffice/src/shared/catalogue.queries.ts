import { queryOptions } from '@tanstack/react-query';
import { api } from './api';

export interface Category {
  id: string;
  code: string;
  slug: string;
  name: string;
  parentId: string | null;
  drawing: string | null;
  position: number;
  /** Directly in it, of any status. */
  productCount: number;
  version: number;
}

/** Every category, in the order of the tree's levels. */
export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: (): Promise<Category[]> => api.data(api.http.GET('/api/v1/backoffice/categories')),
  staleTime: 60_000,
});

export interface Branch {
  id: string;
  code: string;
  name: string;
  stateCode: string;
  serves: string[];
  position: number;
  active: boolean;
  version: number;
}

/** Every branch, in the order staff gave them. */
export const branchesQuery = queryOptions({
  queryKey: ['branches'],
  queryFn: (): Promise<Branch[]> => api.data(api.http.GET('/api/v1/backoffice/branches')),
  staleTime: 60_000,
});

export interface CategoryNode extends Category {
  depth: number;
}

/** The tree from top to bottom, each with how deep it lies; what hangs on nothing comes last. */
export function inTreeOrder(categories: readonly Category[]): CategoryNode[] {
  const below = new Map<string | null, Category[]>();
  for (const category of categories) {
    below.set(category.parentId, [...(below.get(category.parentId) ?? []), category]);
  }
  const seen = new Set<string>();
  const walk = (parentId: string | null, depth: number): CategoryNode[] =>
    [...(below.get(parentId) ?? [])]
      .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name))
      .flatMap((category) => {
        if (seen.has(category.id)) return [];
        seen.add(category.id);
        return [{ ...category, depth }, ...walk(category.id, depth + 1)];
      });
  const tree = walk(null, 0);
  return [...tree, ...categories.filter(({ id }) => !seen.has(id)).map((category) => ({ ...category, depth: 0 }))];
}

/** A category's name under those above it: "Lumber › Framing". */
export const pathName = (categories: readonly Category[], id: string): string => {
  const names: string[] = [];
  const byId = new Map(categories.map((category) => [category.id, category]));
  for (let at = byId.get(id); at && names.length < 10; at = at.parentId ? byId.get(at.parentId) : undefined) {
    names.unshift(at.name);
  }
  return names.join(' › ');
};
