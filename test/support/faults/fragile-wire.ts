import { connect, createServer, type Socket } from 'node:net';

export interface FragileWire {
  readonly port: number;
  /** Holds everything back that is sent while it is silent; connections that were made before stay. */
  silence(silent: boolean): void;
  /** Forgets all connections that there are: what is sent on them goes nowhere, and nobody is told. */
  lose(): void;
  /** Cuts all connections, and those that are tried from now on while it is `down`. */
  cut(down: boolean): void;
  close(): Promise<void>;
}

/** A wire to a server that can be cut, or fall silent. */
export async function fragileWire(host: string, port: number): Promise<FragileWire> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let silent = false;
  let down = false;
  const server = createServer((near) => {
    if (down) return near.resetAndDestroy();
    const far = connect(port, host);
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on('error', () => {});
      from.on('data', (chunk) => to.write(chunk));
      from.on('close', () => {
        pairs.delete(pair);
        to.destroy();
      });
    }
    if (silent) for (const socket of pair) socket.pause();
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    silence(now) {
      silent = now;
      for (const socket of [...pairs].flat()) now ? socket.pause() : socket.resume();
    },
    lose() {
      for (const socket of [...pairs].flat()) socket.pause();
    },
    cut(now) {
      down = now;
      for (const [near, far] of pairs) {
        near.resetAndDestroy();
        far.destroy();
      }
    },
    async close() {
      for (const socket of [...pairs].flat()) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
