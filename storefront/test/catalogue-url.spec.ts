import {
  changed,
  filterCount,
  readView,
  serverQuery,
  toggled,
  toggledAttribute,
  unfiltered,
  writeView,
} from '../src/features/catalogue/catalogue-url';

const view = (address: string) => readView(new URLSearchParams(address));

describe('the address of the catalogue', () => {
  it.each([
    '',
    'search=cement',
    'category=lumber&brand=Norsteel&brand=Calder&inStock=true&sort=-price&page=3&view=grid',
    'priceMin=2.5&priceMax=10',
    'attr.Diameter=12&attr.Diameter=16&attr.Grade=60',
    'search=rebar&sort=name',
  ])('says the same after being read and written: "%s"', (address) => {
    expect(writeView(view(address)).toString()).toBe(address);
  });

  it('leaves out what is as usual, so that equal views have equal addresses', () => {
    expect(writeView(view('page=1&sort=name&view=list&inStock=false')).toString()).toBe('');
    expect(writeView(view('search=rebar&sort=relevance')).toString()).toBe('search=rebar');
  });

  it('takes nonsense for nothing said', () => {
    const read = view('page=-2&sort=colour&view=cloud&priceMin=abc&priceMax=1e9&attr.Grade=');
    expect(read).toMatchObject({ page: 1, sort: 'name', look: 'list', priceMin: '', priceMax: '', attributes: {} });
  });

  it('starts again at the first page when a filter changes, and keeps the page otherwise asked for', () => {
    expect(changed(view('page=4'), { inStock: true }).page).toBe(1);
    expect(changed(view('page=4'), { page: 2 }).page).toBe(2);
  });

  it('counts filters, and takes all of them off but search and category', () => {
    const narrowed = view('search=bar&category=steel&brand=A&brand=B&inStock=true&priceMax=9&attr.Grade=60&page=2');
    expect(filterCount(narrowed)).toBe(5);
    expect(writeView(unfiltered(narrowed)).toString()).toBe('search=bar&category=steel');
  });

  it('switches values, and forgets an attribute without any', () => {
    expect(toggled(['A'], 'B')).toEqual(['A', 'B']);
    expect(toggled(['A', 'B'], 'A')).toEqual(['B']);
    expect(toggledAttribute(view('attr.Grade=60'), 'Grade', '60')).toEqual({});
    expect(toggledAttribute(view('attr.Grade=60'), 'Size', '3')).toEqual({ Grade: ['60'], Size: ['3'] });
  });

  it('asks the server for exactly what it says', () => {
    expect(serverQuery(view('brand=A&attr.Grade=60&inStock=true'), 'TX')).toEqual({
      sort: 'name',
      page: '1',
      pageSize: '24',
      stateCode: 'TX',
      brand: ['A'],
      inStock: 'true',
      'attr.Grade': ['60'],
    });
    expect(serverQuery(view(''), '')).toEqual({ sort: 'name', page: '1', pageSize: '24' });
  });
});
