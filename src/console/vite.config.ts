import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compress } from './compress.js';

export default defineConfig({
  root: import.meta.dirname,
  base: '/graphiql/',
  plugins: [react(), compress()],
  worker: { format: 'es' },
  build: {
    target: 'esnext',
    outDir: '../../dist/console',
    emptyOutDir: true,
    // Monaco is one large chunk by nature, and is loaded after the page is drawn.
    chunkSizeWarningLimit: 8000,
    rolldownOptions: {
      onLog(level, log, print) {
        // "use no memo" speaks to React's compiler, which has been over these packages already.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') print(level, log);
      },
    },
  },
});
