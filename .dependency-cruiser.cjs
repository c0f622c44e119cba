// The layers of the house: imports point inward. `test/architecture/layers.test.ts` runs these rules over `src`, and over
// a tree of violations, so that each is known to fire.
const only = (layer, reason, ...allowed) => ({
  name: `${layer}-imports-inward`,
  comment: reason,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: [`^src/${layer}/`, ...allowed] },
});

const KERNEL = '^src/kernel/';
const DOMAIN = '^src/domain/';
const SCHEMA_KIT = '^src/schema-kit/';
const STORE = '^src/store/';
const REGISTRY = '^src/upstreams/registry\\.ts$';
// The contract and what it is made of.
const CONTRACT = '^src/upstreams/(?!registry\\.ts$)[^/]+\\.ts$';
const SANDBOX_KIT = '^src/upstreams/sandbox-kit/';
// The composition root, its parts, and the commands.
const OUTERMOST = '^src/(assembly/|cli/|app\\.ts$|main\\.ts$|serve\\.ts$)';
const UPSTREAM = '^src/upstreams/(?!sandbox-kit/)[^/]+/';

const layers = [
  only('kernel', 'The kernel has no business words and imports nobody.'),
  only('domain', 'The domain declares ports; it does not know who fills them.', KERNEL),
  only('schema-kit', 'The vocabulary that all parts of the schema share.', KERNEL, DOMAIN),
  only('store', 'The store fills ports of the domain.', KERNEL, DOMAIN),
  only('flows', 'Flows speak to systems through ports of the domain.', KERNEL, DOMAIN, STORE),
  only('graphql', 'GraphQL sees upstreams through the registry alone.', KERNEL, DOMAIN, SCHEMA_KIT, CONTRACT, REGISTRY),
  only(
    'http',
    'Routes find out who calls, lead to GraphQL and flows, and hold no logic.',
    KERNEL,
    DOMAIN,
    SCHEMA_KIT,
    '^src/(graphql|flows)/',
  ),
  only('config', 'Configuration derives from the registry.', KERNEL, DOMAIN, CONTRACT, REGISTRY),
  only('console', 'The console runs in the browser.', '^src/http/graphiql-mode\\.ts$'),
];

const upstreams = [
  {
    name: 'upstream-imports-inward',
    comment: 'A billing system knows its contract and the layers below, and no other billing system.',
    severity: 'error',
    from: { path: '^src/upstreams/(?!sandbox-kit/)([^/]+)/' },
    to: { path: '^src/', pathNot: ['^src/upstreams/$1/', SANDBOX_KIT, CONTRACT, KERNEL, SCHEMA_KIT, DOMAIN] },
  },
  {
    name: 'upstream-takes-types-of-the-domain',
    comment: 'Upstreams fill ports: they need their shapes, not their services.',
    severity: 'error',
    from: { path: UPSTREAM },
    to: { path: DOMAIN, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'upstream-named-in-registry-alone',
    comment: 'Adding a billing system is one folder and one line.',
    severity: 'error',
    from: { path: '^src/', pathNot: [REGISTRY, '^src/upstreams/[^/]+/'] },
    to: { path: UPSTREAM },
  },
  {
    name: 'registry-imports-upstreams',
    comment: 'The registry is a list, one line per billing system.',
    severity: 'error',
    from: { path: REGISTRY },
    to: { path: '^src/', pathNot: ['^src/upstreams/[^/]+/index\\.ts$', CONTRACT] },
  },
  {
    name: 'contract-imports-inward',
    comment: 'What an upstream is does not depend on which there are.',
    severity: 'error',
    from: { path: CONTRACT },
    to: { path: '^src/', pathNot: [CONTRACT, KERNEL, SCHEMA_KIT, DOMAIN, SANDBOX_KIT] },
  },
  {
    name: 'sandbox-kit-imports-inward',
    comment: 'Sandboxes can be started without the gateway.',
    severity: 'error',
    from: { path: SANDBOX_KIT },
    to: { path: '^src/', pathNot: [SANDBOX_KIT, KERNEL] },
  },
  {
    name: 'sandbox-kit-for-sandboxes',
    comment: 'Nothing of a sandbox reaches the code that talks to real tenants; its types may be named.',
    severity: 'error',
    from: {
      path: '^src/',
      pathNot: ['^src/upstreams/[^/]+/sandbox/', SANDBOX_KIT, OUTERMOST],
    },
    to: { path: SANDBOX_KIT, dependencyTypesNot: ['type-only'] },
  },
];

const everywhere = [
  {
    name: 'no-cycles',
    comment: 'Files that need each other are one file, or lack a third.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'domain-without-frameworks',
    comment: 'The model outlives the libraries that carry it.',
    severity: 'error',
    from: { path: '^src/(kernel|domain)/' },
    to: { path: 'node_modules/(graphql|graphql-scalars|type-graphql|@apollo|fastify|@fastify|kysely|pg|@dbos-inc)/' },
  },
  {
    name: 'outermost-imported-by-none',
    comment: 'The composition root and the commands know everybody; nobody knows them.',
    severity: 'error',
    from: { path: '^src/', pathNot: OUTERMOST },
    to: { path: OUTERMOST },
  },
  {
    name: 'console-imported-by-none',
    comment: 'The server serves the built console as files.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/console/' },
    to: { path: '^src/console/' },
  },
  {
    name: 'production-without-tests',
    comment: 'What ships does not depend on what checks it.',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^(test|bench|scripts)/' },
  },
  {
    name: 'production-without-dev-dependencies',
    comment: 'A production install leaves them out. The console is bundled, so it may use them.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/console/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'declared-dependencies',
    comment: 'A package that only another package brought is gone with its next version.',
    severity: 'error',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'resolvable',
    comment: 'Every import leads somewhere.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/console/' },
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...layers, ...upstreams, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports of types count: a layer that names another one's types knows it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
