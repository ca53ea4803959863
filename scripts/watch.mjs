import { spawn } from 'node:child_process';
import { existsSync, watch as watchFolder } from 'node:fs';
import { apps, buildBackend, buildBackendFile } from './build.mjs';
import { nextFreePort } from './ports.mjs';
import { endProcess } from './processes.mjs';
import { root } from './steps.mjs';

/** Rebuilds and restarts the backend as its sources change, and serves both apps with hot reload; gives what must be stopped. */
export async function watchSources(product, say) {
  return [watchBackend(product, say), ...(await serveApps(product))];
}

function watchBackend(product, say) {
  const changed = new Set();
  let busy = false;
  const rebuild = async () => {
    if (busy || changed.size === 0) return;
    busy = true;
    const paths = [...changed];
    changed.clear();
    try {
      const gone = paths.some((path) => !existsSync(`${root}/backend/src/${path}`));
      if (gone) await buildBackend();
      else for (const path of paths) await buildBackendFile(path);
      await product.restart();
      say(`↻ ${paths.length === 1 ? paths[0] : `${paths.length} files`}`);
    } catch (error) {
      say(`✗ ${error.message}`);
    }
    busy = false;
    void rebuild();
  };
  let soon;
  const watcher = watchFolder(`${root}/backend/src`, { recursive: true }, (_event, path) => {
    if (!/(?<!\.spec|openapi\.metadata)\.ts$/.test(path ?? '')) return;
    changed.add(path);
    clearTimeout(soon);
    soon = setTimeout(rebuild, 150);
  });
  return { name: 'API', url: product.url, stop: async () => watcher.close() };
}

/** Vite's own servers; the API behind them is the product's. */
async function serveApps(product) {
  const servers = [];
  let port = 5173;
  for (const app of apps.filter((name) => existsSync(`${root}/${name}/index.html`))) {
    port = await nextFreePort(port);
    const args = [
      `${root}/node_modules/vite/bin/vite.js`,
      '--port',
      String(port),
      '--strictPort',
      '--logLevel',
      'warn',
    ];
    const env = { ...process.env, API_URL: product.url.replace('localhost', '127.0.0.1') };
    const child = spawn(process.execPath, args, {
      cwd: `${root}/${app}`,
      env,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    product.adopt(child.pid);
    const path = app === 'backoffice' ? '/backoffice/' : '/';
    servers.push({ name: app, url: `http://localhost:${port}${path}`, stop: () => endProcess(child.pid) });
    port += 1;
  }
  return servers;
}
