import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyTheme, rememberedTheme } from '@tradeyard/design-system';
import '@tradeyard/design-system/theme.css';
import './shell/shell.css';
import { App } from './app';

applyTheme(rememberedTheme());

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
