import { Outline, type Line } from '../src/features/prices/outline';

const group = (slug: string, count: number, all = count) => ({ slug, name: slug, count, all });
const groups = [group('cement', 3, 96), group('sand', 2), group('rebar', 4)];
const given = (...folded: string[]): Outline => new Outline(9, groups, new Set(folded));
const said = (line: Line): string | number =>
  'row' in line ? line.row : `${line.group.slug}${line.folded ? ' …' : ''}`;
const linesOf = (outline: Outline): (string | number)[] =>
  Array.from({ length: outline.lines }, (_, line) => said(outline.at(line)));
const placesOf = (outline: Outline): number[] => Array.from({ length: outline.rows }, (_, row) => outline.placeOf(row));

describe('rows under the heads of their groups', () => {
  it('follow their heads, and are counted through', () => {
    expect(linesOf(given())).toEqual(['cement', 0, 1, 2, 'sand', 3, 4, 'rebar', 5, 6, 7, 8]);
    expect([given().lines, given().rows, placesOf(given())]).toEqual([12, 9, [0, 1, 2, 3, 4, 5, 6, 7, 8]]);
  });

  it('keep their places among all rows when groups are folded', () => {
    const outline = given('sand');
    expect(linesOf(outline)).toEqual(['cement', 0, 1, 2, 'sand …', 'rebar', 3, 4, 5, 6]);
    expect(placesOf(outline)).toEqual([0, 1, 2, 5, 6, 7, 8]);
    expect(placesOf(outline).map((place) => outline.shownAt(place))).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([outline.isShown(2), outline.isShown(3), outline.isShown(5)]).toEqual([true, false, true]);
  });

  it('lead on to the next row that is shown, or the last one', () => {
    expect([3, 4].map((place) => given('sand').shownAt(place))).toEqual([3, 3]);
    expect([5, 8].map((place) => given('rebar').shownAt(place))).toEqual([4, 4]);
    expect(given('cement', 'sand', 'rebar')).toMatchObject({ lines: 3, rows: 0 });
    expect(given('cement', 'sand', 'rebar').placeOf(0)).toBe(-1);
  });

  it('are found by their lines, and their lines by them', () => {
    const outline = given('cement');
    expect(linesOf(outline)).toEqual(['cement …', 'sand', 0, 1, 'rebar', 2, 3, 4, 5]);
    expect(Array.from({ length: 6 }, (_, row) => outline.lineOf(row))).toEqual([2, 3, 5, 6, 7, 8]);
    expect(Array.from({ length: 9 }, (_, line) => outline.rowNear(line))).toEqual([0, 0, 0, 1, 2, 2, 3, 4, 5]);
    expect(given('rebar').rowNear(7)).toBe(4);
    expect([outline.headOf('rebar'), outline.headOf('nails')]).toEqual([4, -1]);
    expect([outline.isFirst(0), outline.isFirst(1), outline.groupOf(3)?.slug]).toEqual([true, false, 'rebar']);
  });

  it('have no heads without groups, nor those that no group knows', () => {
    const flat = new Outline(100_000, [], new Set());
    expect([flat.lines, flat.rows, flat.lineOf(66_000), flat.placeOf(66_000)]).toEqual([
      100_000, 100_000, 66_000, 66_000,
    ]);
    expect(linesOf(new Outline(4, [group('cement', 3)], new Set(['cement'])))).toEqual(['cement …', 0]);
    expect(placesOf(new Outline(4, [group('cement', 3)], new Set(['cement'])))).toEqual([3]);
  });
});
