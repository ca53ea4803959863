import type { Category } from '../../shared/views';

/** One line of the category rail. */
export interface RailItem {
  slug: string;
  name: string;
  count: number;
  depth: 0 | 1;
  current: boolean;
}

/** The way from the top of the tree down to a category, itself last; empty when there is none of this slug. */
export function pathTo(tree: readonly Category[], slug: string | null): Category[] {
  for (const category of tree) {
    if (category.slug === slug) return [category];
    const below = pathTo(category.children, slug);
    if (below.length > 0) return [category, ...below];
  }
  return [];
}

/** What the rail shows: the top categories, or a category over its children; a leaf stands among its siblings. */
export function railOf(tree: readonly Category[], slug: string | null): RailItem[] {
  const path = pathTo(tree, slug);
  const at = path.at(-1);
  const item = (category: Category, depth: 0 | 1): RailItem => ({
    slug: category.slug,
    name: category.name,
    count: category.productCount,
    depth,
    current: category.slug === slug,
  });
  if (!at) return tree.map((category) => item(category, 0));
  const head = at.children.length > 0 ? at : path.at(-2);
  if (!head) return tree.map((category) => item(category, 0));
  return [item(head, 0), ...head.children.map((category) => item(category, 1))];
}
