/**
 * The white-label colours of tokens.css, computed here for browsers that lack relative colour syntax.
 * The two must agree: a change of a formula there is a change here.
 */

/** A colour as OKLCH: lightness 0–1, chroma, hue in degrees. */
export interface Oklch {
  l: number;
  c: number;
  h: number;
}

export type BrandToken =
  | 'brand-solid'
  | 'brand-solid-hover'
  | 'on-brand'
  | 'brand-text'
  | 'brand-edge'
  | 'brand-tint'
  | 'brand-tint-strong'
  | 'brand-line'
  | 'accent'
  | 'chrome'
  | 'chrome-2'
  | 'chrome-line'
  | 'on-chrome-muted'
  | 'chrome-accent';

const toLinear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
const fromLinear = (light: number): number => (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);

/** The colour of "#rgb" or "#rrggbb", or null when the text is neither. */
export function parseHex(text: string): Oklch | null {
  const match = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim());
  if (!match?.[1]) return null;
  const digits = match[1].length === 3 ? [...match[1]].map((digit) => digit + digit).join('') : match[1];
  const channel = (at: number): number => toLinear(parseInt(digits.slice(at, at + 2), 16) / 255);
  const [r, g, b] = [channel(0), channel(2), channel(4)];
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const bb = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  const c = Math.hypot(a, bb);
  return { l, c: c < 1e-4 ? 0 : c, h: c < 1e-4 ? 0 : ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360 };
}

function linearRgb({ l, c, h }: Oklch): [number, number, number] {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** The colour as "#rrggbb"; what sRGB cannot show is cut off per channel, as browsers do. */
export function toHex(colour: Oklch): string {
  const hex = (light: number): string =>
    Math.round(Math.min(1, Math.max(0, fromLinear(Math.min(1, Math.max(0, light))))) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${linearRgb(colour).map(hex).join('')}`;
}

/** WCAG 2 contrast of two hex colours, 1 to 21; colours that cannot be read count as equal. */
export function contrast(one: string, other: string): number {
  const luminance = (text: string): number => {
    const colour = parseHex(text);
    if (!colour) return 0;
    const [r, g, b] = linearRgb(colour);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Every brand token as hex for a tenant's colour in a theme, or null when the colour is no hex colour. */
export function brandColours(brandColor: string, theme: 'light' | 'dark'): Record<BrandToken, string> | null {
  const brand = parseHex(brandColor);
  if (!brand) return null;
  const { l, c, h } = brand;
  const of = (lightness: number, chroma: number): Oklch => ({ l: lightness, c: chroma, h });
  const accent = of(Math.max(l, 0.8), Math.min(c, 0.17));
  const shared = {
    accent,
    'chrome-accent': accent,
    'on-chrome-muted': of(0.86, Math.min(c * 0.3, 0.03)),
    'chrome-line': of(0.36, Math.min(c * 0.4, 0.04)),
  };
  const colours: Record<BrandToken, Oklch> = theme === 'light' ? light(brand, of, shared) : dark(brand, of, shared);
  return Object.fromEntries(Object.entries(colours).map(([token, colour]) => [token, toHex(colour)])) as Record<
    BrandToken,
    string
  >;
}

type Shared = Record<'accent' | 'chrome-accent' | 'on-chrome-muted' | 'chrome-line', Oklch>;
type Of = (lightness: number, chroma: number) => Oklch;

function light({ l, c }: Oklch, of: Of, shared: Shared): Record<BrandToken, Oklch> {
  // Between .54 and .625 neither black nor white ink reaches 4.5, so the fill steps down to .54.
  const solid = l > 0.625 ? l : Math.min(l, 0.54);
  return {
    ...shared,
    'brand-solid': of(solid, c),
    'brand-solid-hover': of(solid + (solid - 0.62) * 0.25, c),
    'on-brand': of(solid < 0.585 ? 1 : 0.15, 0),
    'brand-text': of(Math.min(l, 0.46), Math.min(c, 0.15)),
    'brand-edge': of(Math.min(l, 0.58), Math.min(c, 0.17)),
    'brand-tint': of(0.976, Math.min(c * 0.2, 0.02)),
    'brand-tint-strong': of(0.945, Math.min(c * 0.35, 0.04)),
    'brand-line': of(0.8, Math.min(c * 0.6, 0.09)),
    chrome: of(0.225, Math.min(c * 0.3, 0.028)),
    'chrome-2': of(0.275, Math.min(c * 0.35, 0.034)),
  };
}

function dark({ l, c }: Oklch, of: Of, shared: Shared): Record<BrandToken, Oklch> {
  const solid = of(Math.min(0.86, Math.max(0.7, l)), Math.min(c, 0.16));
  return {
    ...shared,
    'brand-solid': solid,
    'brand-solid-hover': { ...solid, l: solid.l + 0.05 },
    'on-brand': of(0.16, 0),
    'brand-text': of(Math.max(l, 0.8), Math.min(c, 0.12)),
    'brand-edge': solid,
    'brand-tint': of(0.26, Math.min(c * 0.3, 0.03)),
    'brand-tint-strong': of(0.31, Math.min(c * 0.4, 0.045)),
    'brand-line': of(0.42, Math.min(c * 0.5, 0.07)),
    chrome: of(0.2, Math.min(c * 0.25, 0.02)),
    'chrome-2': of(0.25, Math.min(c * 0.3, 0.026)),
  };
}
