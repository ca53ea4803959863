import { StrictMode, useLayoutEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  Segmented,
  Select,
  SkipLink,
  ToastProvider,
  applyBrand,
  applyDensity,
  applyTheme,
  type Density,
  type Theme,
} from '../src/index';
import '../src/theme.css';
import './gallery.css';
import { ComponentsPage } from './components-page';
import { DrawingsPage } from './drawings-page';
import { MorePage } from './more-page';
import { StatesPage } from './states-page';
import { SEEDS } from './white-label';

const asked = new URLSearchParams(location.search);

function Gallery(): React.ReactNode {
  const [theme, setTheme] = useState<Theme>((asked.get('theme') as Theme | null) ?? 'light');
  const [density, setDensity] = useState<Density>((asked.get('density') as Density | null) ?? 'roomy');
  const [brand, setBrand] = useState(asked.get('brand') ?? '');
  const [page, setPage] = useState(asked.get('page') ?? 'components');
  useLayoutEffect(() => {
    applyTheme(theme);
    applyDensity(density);
    applyBrand({ brandColor: brand });
  }, [theme, density, brand]);
  return (
    <ToastProvider label="Messages">
      <SkipLink>Skip to content</SkipLink>
      <header className="gallery-bar">
        <Segmented
          aria-label="Page"
          value={page}
          onChange={setPage}
          items={[
            { value: 'components', label: 'Components' },
            { value: 'states', label: 'States' },
            { value: 'more', label: 'More' },
            { value: 'drawings', label: 'Drawings' },
          ]}
        />
        <Segmented
          aria-label="Theme"
          value={theme}
          onChange={(value) => setTheme(value as Theme)}
          items={[
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
            { value: 'system', label: 'System' },
          ]}
        />
        <Segmented
          aria-label="Density"
          value={density}
          onChange={(value) => setDensity(value as Density)}
          items={[
            { value: 'roomy', label: 'Roomy' },
            { value: 'compact', label: 'Compact' },
          ]}
        />
        <span className="w-44">
          <Select
            aria-label="Tenant"
            size="sm"
            value={brand}
            onChange={setBrand}
            items={[
              { value: '', label: 'House colours' },
              ...SEEDS.map((seed) => ({ value: seed.colour, label: seed.name, detail: seed.colour })),
            ]}
          />
        </span>
      </header>
      <main id="main" className="sheet-page">
        {page === 'components' && <ComponentsPage />}
        {page === 'states' && <StatesPage />}
        {page === 'more' && <MorePage />}
        {page === 'drawings' && <DrawingsPage />}
      </main>
    </ToastProvider>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  );
}
