import { defineConfig } from 'rolldown';

// The server in a few files in place of three thousand, which take longer to find and read than to run. Nothing is
// minified: stack traces stay readable.
export default defineConfig({
  plugins: [
    {
      // It asks the module that it is in for Node's own hashes, and takes some written in JavaScript where there is none.
      name: 'hashes-of-node',
      transform: {
        filter: { id: /@apollo\/utils\.createhash\/dist\/index\.js$/ },
        // As long as it was, so that every place stays where it is.
        handler: (code) => ({ code: code.replaceAll('module.require', 'require'.padEnd(14)), map: null }),
      },
    },
  ],
  input: { main: 'src/main.ts', 'cli/billgraph': 'src/cli/billgraph.ts' },
  platform: 'node',
  external: [
    // They load files that lie beside their own.
    /^@electric-sql\/pglite/,
    /^pino/,
    // What packages would use if it were installed.
    /^@opentelemetry\/(?!api$)/,
    /^winston/,
    'class-validator',
    'pg-native',
  ],
  output: {
    dir: 'dist',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
    // Classes of one name lie in one file now, and the schema goes by their names.
    keepNames: true,
  },
  onLog(level, log, print) {
    if (level === 'warn') throw new Error(log.message);
    print(level, log);
  },
});
