import autocannon from 'autocannon';
import type { LoadOptions, LoadResult } from './run-load.js';

// Sends one kind of request from a number of connections, and tells what came of it.
process.once('message', (message) => {
  void run(message as LoadOptions).then((result) => {
    process.send?.(result, () => process.disconnect());
  });
});

async function run({ url, bodies, clients, seconds, requests }: LoadOptions): Promise<LoadResult> {
  let wrong = 0;
  let client = 0;
  const inTurn = bodies.map((body) => ({
    method: 'POST' as const,
    headers: { 'content-type': 'application/json' },
    body,
    // A GraphQL answer may be wrong with status 200.
    onResponse: (status: number, answer: string) => {
      if (status !== 200 || answer.includes('"errors":')) wrong += 1;
    },
  }));
  const instance = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(
      {
        url: `${url}/graphql`,
        connections: clients,
        ...(requests === undefined ? { duration: seconds } : { amount: requests }),
        timeout: 30,
        requests: inTurn,
        // Each client has requests of its own, as far as there are enough: what is the same at the same time is shared.
        setupClient: (connection) => {
          const own = Math.max(1, Math.floor(inTurn.length / clients));
          const from = (client++ * own) % inTurn.length;
          connection.setRequests(inTurn.slice(from, from + own));
        },
      },
      (error, result) => (error ? reject(error) : resolve(result)),
    );
    running.on('error', reject);
  });
  return {
    requests: instance.requests.total,
    sent: instance.requests.sent,
    seconds: instance.duration,
    p50: instance.latency.p50,
    p99: instance.latency.p99,
    failed: wrong + instance.errors + instance.timeouts,
  };
}
