import { describe, expect, it } from '@jest/globals';
import { brandColours, contrast, parseHex, toHex, type BrandToken } from '../src/brand-colours';

const THEMES = ['light', 'dark'] as const;
const SURFACE = { light: '#ffffff', dark: '#13191b' };
const CANVAS = { light: '#f5f7f8', dark: '#0e1315' };

/** Hues, lightnesses and chromas over the whole of what a tenant may choose. */
const seeds = Array.from({ length: 24 }, (_, hue) =>
  [0, 0.12, 0.25, 0.4, 0.5, 0.54, 0.58, 0.62, 0.63, 0.7, 0.8, 0.9, 0.97, 1].flatMap((l) =>
    [0, 0.05, 0.12, 0.2, 0.32].map((c) => toHex({ l, c, h: hue * 15 })),
  ),
).flat();

describe('a colour between hex and OKLCH', () => {
  it('comes back as it went', () => {
    for (const hex of ['#000000', '#ffffff', '#f5b800', '#e4002b', '#0b5fff', '#00a36c', '#111827'])
      expect(toHex(parseHex(hex)!)).toBe(hex);
  });

  it('knows the short form and refuses anything else', () => {
    expect(toHex(parseHex('#fa0')!)).toBe('#ffaa00');
    for (const text of ['', 'red', '#12', '#12345g', 'rgb(1 2 3)']) expect(parseHex(text)).toBeNull();
  });

  it('agrees with published values', () => {
    const red = parseHex('#ff0000')!;
    expect(red.l).toBeCloseTo(0.628, 3);
    expect(red.c).toBeCloseTo(0.2577, 3);
    expect(red.h).toBeCloseTo(29.23, 1);
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 1);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 1);
  });
});

describe('the colours of a tenant', () => {
  it('keeps a yellow exactly and writes on it in near-black', () => {
    const colours = brandColours('#f5b800', 'light')!;
    expect(colours['brand-solid']).toBe('#f5b800');
    expect(parseHex(colours['on-brand'])!.l).toBeLessThan(0.2);
  });

  it('darkens a red on which neither ink would be read, and writes on it in white', () => {
    const colours = brandColours('#e4002b', 'light')!;
    expect(colours['brand-solid']).toBe('#d5001d');
    expect(colours['on-brand']).toBe('#ffffff');
  });

  it('are what a browser makes of the style sheet', () => {
    const light = brandColours('#0b5fff', 'light')!;
    expect([light.accent, light['brand-tint-strong']]).toEqual(['#80bbff', '#dfeeff']);
    expect(brandColours('#ff6a13', 'dark')!.accent).toBe('#ff955c');
  });

  it('has no colours for what is no hex colour', () => {
    expect(brandColours('chartreuse-ish', 'light')).toBeNull();
  });

  it.each(THEMES)('can be read whatever the tenant chooses, %s', (theme) => {
    const pairs: [BrandToken, BrandToken | 'surface' | 'canvas', number][] = [
      ['on-brand', 'brand-solid', 4.5],
      ['on-brand', 'brand-solid-hover', 4.5],
      ['brand-text', 'surface', 4.5],
      ['brand-text', 'canvas', 4.5],
      ['brand-text', 'brand-tint', 4.5],
      ['brand-text', 'brand-tint-strong', 4.5],
      ['on-chrome-muted', 'chrome', 4.5],
      ['on-chrome-muted', 'chrome-2', 4.5],
      ['chrome-accent', 'chrome', 3],
      ['brand-edge', 'surface', 3],
    ];
    const failures = seeds.flatMap((seed) => {
      const colours = brandColours(seed, theme)!;
      const of = (name: BrandToken | 'surface' | 'canvas'): string =>
        name === 'surface' ? SURFACE[theme] : name === 'canvas' ? CANVAS[theme] : colours[name];
      return pairs
        .filter(([ink, ground, least]) => contrast(of(ink), of(ground)) < least)
        .map(([ink, ground]) => `${seed}: ${ink} on ${ground} ${contrast(of(ink), of(ground)).toFixed(2)}`);
    });
    expect(failures).toEqual([]);
  });
});
