import { askOf, bodyOf, nothingAsked } from '../src/shared/explain/ask';

const from = (text: string) => {
  const params = new URLSearchParams(text);
  return askOf((name) => params.get(name) ?? '');
};

describe('a question about a price', () => {
  it('is held by the address', () => {
    expect(from('product=p&quantity=2.5&state=TX')).toEqual({
      ...nothingAsked,
      product: 'p',
      quantity: '2.5',
      state: 'TX',
    });
    expect(from('')).toEqual(nothingAsked);
  });

  it('says only what was said', () => {
    expect(bodyOf(from('product=p'))).toEqual({ lines: [{ productId: 'p', quantity: '1' }] });
  });

  it('asks about a day at its noon', () => {
    expect(bodyOf(from('product=p&unit=bag&company=c&state=TX&date=2026-12-01&code=STEEL10'))).toEqual({
      companyId: 'c',
      stateCode: 'TX',
      at: '2026-12-01T12:00:00Z',
      tradeCode: 'STEEL10',
      lines: [{ productId: 'p', unit: 'bag', quantity: '1' }],
    });
  });
});
