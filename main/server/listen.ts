import type { AddressInfo, Server } from 'node:net';
import { StudioError } from '../../sim-core/contract/errors.ts';

/** The only address that is listened on: nobody else on the network can reach it. */
export const loopback = '127.0.0.1';

/**
 * Opens `port` on loopback and returns it; 0 takes any that is free. Rejects with `server.port-in-use`,
 * `server.port-refused` or `server.bad-port`.
 */
export async function listen(server: Server, port: number): Promise<number> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    const message = `${port} is not a port.`;
    throw new StudioError({
      code: 'server.bad-port',
      message,
      hint: 'Ports are 1 to 65535; 0 takes any.',
      where: '--port',
    });
  }
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(error, port)));
    server.listen(port, loopback, () => resolve(portOf(server.address(), port)));
  });
}

const portOf = (address: AddressInfo | string | null, asked: number): number =>
  typeof address === 'object' && address !== null ? address.port : asked;

function cannotListen(error: Error, port: number): StudioError {
  const inUse = 'code' in error && error.code === 'EADDRINUSE';
  return new StudioError({
    code: inUse ? 'server.port-in-use' : 'server.port-refused',
    message: inUse
      ? `Port ${port} of this computer is already in use, perhaps by another studio.`
      : `Port ${port} cannot be opened: ${error.message}.`,
    hint: `Close the other program, or choose another port, such as --port ${port < 65_535 ? port + 1 : 4780}.`,
    where: '--port',
  });
}
