import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The host travels on: it names the tenant.
const api = { target: process.env.API_URL ?? 'http://127.0.0.1:3000', changeOrigin: false };

export default defineConfig({
  base: '/',
  plugins: [react(), tailwindcss()],
  server: { host: true, allowedHosts: ['.localhost'], proxy: { '/api': api, '/media': api } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing happens when the design system is merely imported: a screen then loads only the parts it shows.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /design-system[\\/]src[\\/].*\.tsx?$/, sideEffects: false }] },
    },
  },
});
