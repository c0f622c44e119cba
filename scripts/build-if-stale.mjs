// Runs before `npm start` and `npm test`: builds what is missing or differs from its sources, and nothing else.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [22, 19];
const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...path) => join(root, ...path);

const PARTS = [
  {
    name: 'server',
    sources: ['src', 'tsconfig.json', 'rolldown.config.mjs', 'package-lock.json'],
    without: join('src', 'console'),
    output: at('dist', 'main.js'),
    command: ['rolldown/bin/cli.mjs', '-c', 'rolldown.config.mjs', '--log-level', 'warn'],
    afterwards: removeLeftovers,
  },
  {
    name: 'console',
    sources: ['src/console', 'src/http/graphiql-mode.ts', 'schema/operations', 'tsconfig.json', 'package-lock.json'],
    output: at('dist', 'console', 'index.html'),
    command: ['vite/bin/vite.js', 'build', '--config', 'src/console/vite.config.ts', '--logLevel', 'warn'],
  },
];

process.exitCode = await main();

async function main() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    return fail(
      `Billgraph needs Node ${OLDEST_NODE.join('.')} or newer and this is ${process.versions.node}: ` +
        'run "npm ci", which brings a fitting Node for the npm scripts, or install one from https://nodejs.org.',
    );
  }
  // An installation of the built files alone has nothing to build from.
  if (!existsSync(at('src'))) return 0;

  const stale = PARTS.map((part) => ({ ...part, fingerprint: fingerprintOf(part) })).filter(isStale);
  if (stale.length === 0) return 0;
  if (stale.some(({ command }) => !existsSync(at('node_modules', command[0])))) {
    return fail('The build tools are not installed: run "npm ci" first.');
  }
  console.log(`Building the ${stale.map(({ name }) => name).join(' and the ')}; this takes a few seconds.`);
  const built = await Promise.all(stale.map(build));
  return built.every(Boolean) ? 0 : 1;
}

function fail(message) {
  console.error(message);
  return 1;
}

function stampOf({ name }) {
  return at('dist', `.${name}.stamp`);
}

function isStale(part) {
  if (!existsSync(part.output) || !existsSync(stampOf(part))) return true;
  return readFileSync(stampOf(part), 'utf8') !== part.fingerprint;
}

/** Of names, times and sizes, so that deleted files and files put back from a backup count as changes too. */
function fingerprintOf({ sources, without }) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesUnder)) {
    if (without !== undefined && path.startsWith(without + sep)) continue;
    const { mtimeMs, size } = statSync(at(path));
    hash.update(`${path}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  const found = statSync(at(path), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [path];
  return readdirSync(at(path))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

async function build(part) {
  const startedAt = Date.now();
  const { code, output } = await run(part.command);
  if (code !== 0) {
    console.error(`The ${part.name} cannot be built:\n${output}`);
    return false;
  }
  part.afterwards?.(startedAt);
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(stampOf(part), part.fingerprint);
  return true;
}

function run([script, ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [at('node_modules', script), ...args], { cwd: root });
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** The bundler writes every file again but deletes none: what is older than this build belongs to another. */
function removeLeftovers(startedAt) {
  const compiled = readdirSync(at('dist')).filter((name) => name !== 'console');
  for (const path of compiled.flatMap((name) => filesUnder(join('dist', name)))) {
    if (/\.js(\.map)?$/.test(path) && statSync(at(path)).mtimeMs < startedAt) rmSync(at(path));
  }
  // What Node has compiled of files that are no more; the next start keeps its own.
  rmSync(at('dist', '.compiled'), { recursive: true, force: true });
}
