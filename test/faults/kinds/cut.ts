import { connect, createServer, type Server, type Socket } from 'node:net';
import type { FaultKind } from '../fault.ts';

/** A way to a port of this computer that breaks off when so many bytes have passed, in whichever direction. */
function breakingWay(port: number, bytes: number, forGood: boolean) {
  const cut = { happened: false };
  const sockets = new Set<Socket>();
  let passed = 0;
  const server: Server = createServer((near) => {
    if (cut.happened && forGood) return void near.destroy();
    const far = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
      one.on('data', (chunk) => {
        passed += chunk.length;
        if (cut.happened || passed <= bytes) return void other.write(chunk);
        cut.happened = true;
        // A part of it arrives.
        other.write(chunk.subarray(0, chunk.length - (passed - bytes)), () => {
          near.resetAndDestroy();
          far.resetAndDestroy();
        });
      });
    }
  });
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { server, cut, close };
}

/** The connection between the page and its server, or between the studio and Snapshot, breaks off after some bytes. */
export const cutConnection: FaultKind = {
  name: 'cut connection',
  make(luck) {
    const forGood = luck.next() < 0.3;
    const ways: ReturnType<typeof breakingWay>[] = [];
    const bytes = luck.whole(0, luck.of([500, 5000, 50_000]));
    return {
      how: `after ${bytes} bytes${forGood ? ', for good' : ''}`,
      through(port) {
        const way = breakingWay(port, bytes, forGood);
        ways.push(way);
        return new Promise((resolve) => {
          way.server.listen(0, '127.0.0.1', () => {
            const address = way.server.address();
            resolve(typeof address === 'object' && address !== null ? address.port : 0);
          });
        });
      },
      async lift() {
        for (const { close } of ways) close();
      },
      struck: () => ways.some(({ cut }) => cut.happened),
    };
  },
};
