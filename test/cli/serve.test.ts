import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { start, studio } from './studio.ts';

it.skipIf(process.platform === 'win32')(
  'serve says where the studio is, and ends with 0 when interrupted',
  async () => {
    const running = start(['serve', '--port', '0']);
    await running.saw('DePIN Studio is at http://127.0.0.1:');
    running.interrupt();
    expect((await running.done).code).toBe(0);
  },
);

it('a port in use is said plainly', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, err } = await studio(['serve', '--port', `${port}`]);
  other.close();
  expect(code).toBe(2);
  expect(err).toContain(`Port ${port} of this computer is already in use`);
  expect(err).toContain(`--port ${port + 1}`);
});

it('a port that is none is refused', async () => {
  const { code, err } = await studio(['serve', '--port', '70000']);
  expect(code).toBe(2);
  expect(err).toContain('from 0 (any free port) to 65535');
});
