import { brandColours } from './brand-colours';

const THEME_KEY = 'tradeyard.theme';
const DENSITY_KEY = 'tradeyard.density';

export type Theme = 'light' | 'dark' | 'system';
export type Density = 'roomy' | 'compact';

let fallbackFor: string | null = null;
let followsSystem = false;

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Browsers without relative colour syntax get the same colours as plain values. */
function writeFallback(): void {
  if (!fallbackFor || CSS.supports('color', 'oklch(from red l c h)')) return;
  const colours = brandColours(fallbackFor, isDark() ? 'dark' : 'light');
  if (!colours) return;
  for (const [token, value] of Object.entries(colours)) document.documentElement.style.setProperty(`--${token}`, value);
}

/** Puts the tenant's colour on the whole page; without one, or with one that is no hex colour, the default brand returns. */
export function applyBrand({ brandColor }: { brandColor?: string | null }): void {
  const root = document.documentElement;
  const colours = brandColor ? brandColours(brandColor, 'light') : null;
  if (!brandColor || !colours) {
    root.removeAttribute('data-tenant');
    root.style.removeProperty('--tenant-brand');
    if (fallbackFor)
      for (const token of Object.keys(brandColours(fallbackFor, 'light') ?? {}))
        root.style.removeProperty(`--${token}`);
    fallbackFor = null;
    return;
  }
  root.dataset.tenant = '';
  root.style.setProperty('--tenant-brand', brandColor);
  fallbackFor = brandColor;
  writeFallback();
  if (!followsSystem) matchMedia('(prefers-color-scheme: dark)').addEventListener('change', writeFallback);
  followsSystem = true;
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage may be forbidden; the choice then lasts for this page only.
  }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Shows the page light, dark or as the system says, and remembers the choice. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.dataset.theme = theme;
  remember(THEME_KEY, theme);
  writeFallback();
}

/** Shows the page roomy or compact, and remembers the choice. */
export function applyDensity(density: Density): void {
  document.documentElement.dataset.density = density;
  remember(DENSITY_KEY, density);
}

/** The theme chosen earlier in this browser, else the system's. */
export function rememberedTheme(): Theme {
  const theme = recall(THEME_KEY);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** The density chosen earlier in this browser, else the given one. */
export function rememberedDensity(otherwise: Density): Density {
  const density = recall(DENSITY_KEY);
  return density === 'roomy' || density === 'compact' ? density : otherwise;
}
