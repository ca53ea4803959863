import { pathTo, railOf } from '../src/features/catalogue/category-rail';
import type { Category } from '../src/shared/views';

const category = (slug: string, children: Category[] = []): Category => ({
  id: slug,
  slug,
  name: slug.toUpperCase(),
  drawing: null,
  productCount: 3,
  children,
});
const tree = [category('steel', [category('rebar'), category('mesh')]), category('lumber')];
const shown = (slug: string | null) =>
  railOf(tree, slug).map((item) => `${'  '.repeat(item.depth)}${item.slug}${item.current ? ' *' : ''}`);

describe('the category rail', () => {
  it('shows the top categories when none is chosen', () => expect(shown(null)).toEqual(['steel', 'lumber']));
  it('shows a category over its children', () => expect(shown('steel')).toEqual(['steel *', '  rebar', '  mesh']));
  it('shows a leaf among its siblings', () => expect(shown('mesh')).toEqual(['steel', '  rebar', '  mesh *']));
  it('shows a top category without children among the others', () =>
    expect(shown('lumber')).toEqual(['steel', 'lumber *']));
  it('shows the top categories for a slug nobody knows', () => expect(shown('paint')).toEqual(['steel', 'lumber']));
  it('knows the way down', () => {
    expect(pathTo(tree, 'mesh').map(({ slug }) => slug)).toEqual(['steel', 'mesh']);
    expect(pathTo(tree, 'paint')).toEqual([]);
  });
});
