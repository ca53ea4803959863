const backend = '^backend/src/';
const inContext = `${backend}(catalog|identity|orders|pricing)/`;
const kernel = `${backend}shared/[^/]+\\.ts$`;
const spec = '\\.spec\\.tsx?$';
const door = `${backend}[^/]+/index\\.ts$`;
const foreignDoor = { path: `${inContext}index\\.ts$`, pathNot: `${backend}$1/` };
const app = '^(storefront|backoffice)/src/';
const packages = '(api-client|app-kit|design-system)';

const never = (name, from, to) => ({ name, severity: 'error', from, to });
const asksUpwards = (context, higher) =>
  never(
    `${context}-asks-upwards`,
    { path: `${backend}${context}/`, pathNot: '\\.listener\\.ts$' },
    { path: `${backend}(${higher})/` },
  );

/** Who may import whom; each rule has a canary of its name in backend/test/architecture that proves it can fail. */
export default {
  forbidden: [
    // A context's layers.
    never(
      'domain-is-pure',
      { path: `${inContext}domain/`, pathNot: spec },
      { pathNot: [`${backend}$1/domain/`, kernel, '^(node:)?crypto$'] },
    ),
    never(
      'application-knows-the-domain-only',
      { path: `${inContext}application/`, pathNot: spec },
      {
        pathNot: [
          `${backend}$1/(domain|application)/`,
          kernel,
          'node_modules/@nestjs/common/',
          '^(node:)?(crypto|stream)$',
        ],
      },
    ),
    never(
      'http-goes-through-the-application',
      { path: `${inContext}http/` },
      { path: `${inContext}infrastructure/`, pathNot: `${backend}$1/infrastructure/reads/` },
    ),
    never(
      'infrastructure-never-knows-http',
      { path: `${inContext}infrastructure/` },
      { path: [`${backend}[^/]+/http/`, 'node_modules/(@fastify|fastify)/'] },
    ),

    // Contexts among each other.
    never('contexts-meet-at-index', { path: inContext }, { path: inContext, pathNot: [`${backend}$1/`, door] }),
    never(
      'only-adapters-ask-other-contexts',
      { path: inContext, pathNot: '\\.(adapter|listener|module)\\.ts$' },
      foreignDoor,
    ),
    never(
      'listeners-import-event-types-only',
      { path: `${inContext}.*\\.listener\\.ts$` },
      { ...foreignDoor, dependencyTypesNot: ['type-only'] },
    ),
    asksUpwards('identity', 'catalog|pricing|orders'),
    asksUpwards('catalog', 'pricing|orders'),
    asksUpwards('pricing', 'orders'),
    never('the-root-enters-by-the-door', { path: `${backend}[^/]+\\.ts$` }, { path: inContext, pathNot: door }),

    // The kernel and what all stand on.
    never('shared-knows-no-context', { path: `${backend}shared/` }, { path: inContext }),
    never('kernel-knows-no-package', { path: kernel, pathNot: spec }, { path: 'node_modules/' }),
    never(
      'kernel-knows-no-layer',
      { path: kernel, pathNot: spec },
      { path: `${backend}shared/(http|infrastructure)/` },
    ),
    never(
      'only-infrastructure-reaches-the-database',
      // Readiness is the one question over HTTP that is about the database itself.
      { path: backend, pathNot: ['/infrastructure/', `${backend}shared/http/operations\\.controller\\.ts$`] },
      {
        path: [`${backend}shared/infrastructure/(database|tenant-pool|prisma/.*)\\.ts$`, 'node_modules/(pg|@prisma)/'],
      },
    ),

    // The two apps, and what they share.
    never(
      'features-stay-apart',
      { path: `${app}features/([^/]+)/` },
      { path: '^$1/src/features/', pathNot: '^$1/src/features/$2/' },
    ),
    never('features-never-know-the-app', { path: `${app}features/` }, { path: '^$1/src/app/' }),
    never('what-is-shared-knows-no-feature', { path: `${app}shared/` }, { path: '^$1/src/(app|features)/' }),
    never('apps-stay-apart', { path: app }, { path: app, pathNot: '^$1/src/' }),
    never(
      'packages-meet-at-their-door',
      { path: '^(storefront|backoffice|app-kit)/src/' },
      { path: `^${packages}/`, pathNot: ['^$1/', `^${packages}/src/(index\\.ts|theme\\.css)$`] },
    ),
    never('packages-know-no-app', { path: `^${packages}/src/` }, { path: '^(storefront|backoffice)/' }),
    never(
      'packages-stay-apart',
      { path: '^(api-client|design-system)/src/' },
      { path: `^${packages}/src/`, pathNot: '^$1/' },
    ),
    never(
      'apps-reach-the-api-by-its-client',
      { path: `^(storefront|backoffice|api-client|app-kit|design-system)/src/` },
      { path: '^(backend|prisma)/' },
    ),

    never('no-cycles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^backend/src/shared/infrastructure/prisma/'] },
    exclude: { path: '^backend/src/openapi\\.metadata\\.ts' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
