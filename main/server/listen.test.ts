import { connect, createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { listen } from './listen.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

function server(): Server {
  const made = createServer((socket) => socket.end());
  open.push(made);
  return made;
}

const reaches = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

describe('listen', () => {
  it('says which port is in use, and another to try', async () => {
    const port = await listen(server(), 0);
    await expect(listen(server(), port)).rejects.toMatchObject({
      code: 'server.port-in-use',
      message: expect.stringContaining(String(port)),
      hint: expect.stringContaining(`--port ${port + 1}`),
      where: '--port',
    });
  });

  it.each([-1, 65_536, 1.5, Number.NaN])('refuses the port %s', async (port) => {
    await expect(listen(server(), port)).rejects.toMatchObject({ code: 'server.bad-port' });
  });

  it('opens loopback and no address that others can reach', async () => {
    const port = await listen(server(), 0);
    const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    const others = addresses.filter(({ address }) => address !== '127.0.0.1').map(({ address }) => address);
    expect(await reaches('127.0.0.1', port)).toBe(true);
    for (const address of others) expect([address, await reaches(address, port)]).toEqual([address, false]);
  });
});
