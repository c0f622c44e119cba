// Loaded into a gateway's process before anything else (`--import`): at SIGUSR2 it collects all that can be collected, and says
// what is left. The figures of /metrics swing with what is not collected yet.
process.on('SIGUSR2', () => {
  (globalThis as { gc?: () => void }).gc?.();
  process.stderr.write(`heap after a collection: ${process.memoryUsage().heapUsed}\n`);
});
