/** The packages of a small imagined project. */
export const PACKAGES: Record<string, string> = {
  'package.json': JSON.stringify({ type: 'module', dependencies: { graphql: '1' }, devDependencies: { checker: '1' } }),
  ...Object.fromEntries(
    ['graphql', 'checker', 'stowaway'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'module.exports = {};'],
    ]),
  ),
};

/** Its files, each with imports that the rules allow. */
export const FOUNDATION: Record<string, string> = {
  'src/kernel/clock.ts': 'export const clock = 1;',
  'src/kernel/time.ts': `import './clock.js';`,
  'src/domain/model.ts': `import '../kernel/clock.js'; export type Model = 1; export const service = 1;`,
  'src/schema-kit/money.ts': `import '../kernel/clock.js'; import '../domain/model.js'; import 'graphql';`,
  'src/store/database.ts': `import '../kernel/clock.js'; import '../domain/model.js';`,
  'src/flows/engine.ts': `import '../store/database.js'; import '../domain/model.js'; import '../kernel/clock.js';`,
  'src/upstreams/sandbox-kit/server.ts': `import '../../kernel/clock.js'; export type Sandbox = 1;`,
  'src/upstreams/contract.ts': `import '../kernel/clock.js'; import type { Sandbox } from './sandbox-kit/server.js'; export type Of = Sandbox;`,
  'src/upstreams/acme/index.ts': `import '../contract.js'; import './client.js'; import './sandbox/server.js';`,
  'src/upstreams/acme/client.ts': `import '../../kernel/clock.js'; import '../../schema-kit/money.js'; import type { Model } from '../../domain/model.js'; export type Of = Model;`,
  'src/upstreams/acme/sandbox/server.ts': `import '../../sandbox-kit/server.js'; import '../../../kernel/clock.js';`,
  'src/upstreams/other/index.ts': `import '../contract.js';`,
  'src/upstreams/registry.ts': `import './acme/index.js'; import './other/index.js'; import './contract.js';`,
  'src/graphql/schema.ts': `import '../upstreams/registry.js'; import '../upstreams/contract.js'; import '../schema-kit/money.js';`,
  'src/http/server.ts': `import '../graphql/schema.js'; import '../flows/engine.js'; import '../kernel/clock.js';`,
  'src/http/graphiql-mode.ts': 'export type Mode = 1;',
  'src/config/environment.ts': `import '../upstreams/registry.js'; import '../kernel/clock.js';`,
  'src/console/main.tsx': `import type { Mode } from '../http/graphiql-mode.js'; import 'checker'; export type Of = Mode;`,
  'src/cli/billgraph.ts': `import '../app.js'; import '../upstreams/sandbox-kit/server.js';`,
  'src/assembly/systems.ts': `import '../flows/engine.js'; import '../config/environment.js'; import '../store/database.js'; import '../upstreams/sandbox-kit/server.js';`,
  'src/app.ts': `import './assembly/systems.js'; import './http/server.js'; import './flows/engine.js'; import './config/environment.js'; import './store/database.js';`,
  'src/main.ts': `import './app.js';`,
  'test/support.ts': 'export const support = 1;',
};

interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly code: string;
  readonly to: string;
}

/** At least one breach of every rule; none breaks two. */
export const VIOLATIONS: readonly Violation[] = [
  breach('kernel-imports-inward', 'src/kernel/bad.ts', '../domain/model.js'),
  breach('domain-imports-inward', 'src/domain/bad.ts', '../store/database.js'),
  breach('domain-imports-inward', 'src/domain/bad-kit.ts', '../schema-kit/money.js'),
  breach('domain-imports-inward', 'src/domain/bad-registry.ts', '../upstreams/registry.js'),
  breach('schema-kit-imports-inward', 'src/schema-kit/bad.ts', '../graphql/schema.js'),
  breach('store-imports-inward', 'src/store/bad.ts', '../flows/engine.js'),
  breach('flows-imports-inward', 'src/flows/bad.ts', '../upstreams/registry.js'),
  breach('graphql-imports-inward', 'src/graphql/bad.ts', '../store/database.js'),
  breach('http-imports-inward', 'src/http/bad.ts', '../store/database.js'),
  breach('config-imports-inward', 'src/config/bad.ts', '../graphql/schema.js'),
  breach('console-imports-inward', 'src/console/bad.ts', '../kernel/clock.js'),
  breach('upstream-imports-inward', 'src/upstreams/acme/bad-store.ts', '../../store/database.js'),
  breach('upstream-imports-inward', 'src/upstreams/acme/bad-neighbour.ts', '../other/index.js'),
  breach('upstream-imports-inward', 'src/upstreams/acme/bad-graphql.ts', '../../graphql/schema.js'),
  breach('upstream-takes-types-of-the-domain', 'src/upstreams/acme/bad-service.ts', '../../domain/model.js'),
  breach('upstream-named-in-registry-alone', 'src/app-of-acme.ts', './upstreams/acme/index.js'),
  breach('upstream-named-in-registry-alone', 'src/cli/bad.ts', '../upstreams/acme/sandbox/server.js'),
  breach('registry-imports-upstreams', 'src/upstreams/registry.ts', './acme/client.js'),
  breach('contract-imports-inward', 'src/upstreams/contract.ts', '../store/database.js'),
  breach('sandbox-kit-imports-inward', 'src/upstreams/sandbox-kit/bad.ts', '../contract.js'),
  breach('sandbox-kit-for-sandboxes', 'src/upstreams/acme/bad-sandbox.ts', '../sandbox-kit/server.js'),
  breach('no-cycles', 'src/kernel/clock.ts', './time.js'),
  breach('domain-without-frameworks', 'src/domain/bad-graphql.ts', 'graphql', 'node_modules/graphql/index.js'),
  breach('outermost-imported-by-none', 'src/bad-main.ts', './main.js'),
  breach('outermost-imported-by-none', 'src/bad-assembly.ts', './assembly/systems.js'),
  breach('console-imported-by-none', 'src/bad-console.ts', './console/main.js', 'src/console/main.tsx'),
  breach('production-without-tests', 'src/kernel/bad-test.ts', '../../test/support.js'),
  breach('production-without-dev-dependencies', 'src/kernel/bad-dev.ts', 'checker', 'node_modules/checker/index.js'),
  breach('declared-dependencies', 'src/kernel/bad-stowaway.ts', 'stowaway', 'node_modules/stowaway/index.js'),
  breach('resolvable', 'src/kernel/bad-path.ts', './nowhere.js', './nowhere.js'),
];

function breach(rule: string, from: string, specifier: string, to = sourceOf(from, specifier)): Violation {
  // A file that is there already keeps what it imports.
  return { rule, from, to, code: `${FOUNDATION[from] ?? ''} import '${specifier}';` };
}

function sourceOf(from: string, specifier: string): string {
  return new URL(specifier, `file:///${from}`).pathname.slice(1).replace(/\.js$/, '.ts');
}
