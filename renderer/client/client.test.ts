import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { StudioError } from '../../sim-core/contract/errors.ts';
import { createClient } from './client.ts';
import { httpTransport } from './http-transport.ts';
import { bridgeOf, ipcTransport } from './ipc-transport.ts';
import { memoryTransport } from './memory-transport.ts';

const info = { version: '1.2.3', engineId: 'sha256:0', door: 'memory' as const };

describe('memory', () => {
  it('answers with what its handler gives', async () => {
    const client = createClient(memoryTransport({ 'studio.info': async () => info }));
    expect(await client.call('studio.info', {})).toEqual(info);
  });

  it('rejects with the problem of a handler, and for a route it does not have', async () => {
    const problem = { code: 'scenario.unknown', message: 'There is no scenario x.', where: 'x' };
    const client = createClient(
      memoryTransport({
        'scenarios.open': async () => {
          throw new StudioError(problem);
        },
      }),
    );
    const opened = client.call('scenarios.open', { id: 'x' });
    await expect(opened).rejects.toBeInstanceOf(StudioError);
    await expect(opened).rejects.toMatchObject(problem);
    await expect(client.call('studio.info', {})).rejects.toMatchObject({ code: 'route.unknown' });
  });
});

describe('http', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  const serve = async (status: number, body: string, seen: string[] = []): Promise<string> => {
    const started = createServer((request, response) => {
      let sent = '';
      request.on('data', (piece) => {
        sent += piece;
      });
      request.on('end', () => {
        seen.push(`${request.method} ${request.url} ${request.headers['content-type']} ${sent}`);
        response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      });
    });
    server = started;
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    const address = started.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${address.port}/`;
  };

  it('posts the input as JSON to the route', async () => {
    const seen: string[] = [];
    const base = await serve(200, JSON.stringify({ ok: true, value: info }), seen);
    expect(await createClient(httpTransport(base)).call('scenarios.open', { id: 'a' })).toEqual(info);
    expect(seen).toEqual(['POST /api/scenarios.open application/json {"id":"a"}']);
  });

  it('passes on the problem of an answer, whatever its status', async () => {
    const problem = { code: 'session.missing', message: 'This page has not been let in.' };
    const base = await serve(401, JSON.stringify({ ok: false, problem }));
    await expect(createClient(httpTransport(base)).call('studio.info', {})).rejects.toMatchObject(problem);
  });

  it.each(['<html>', '{}', 'null', '{"ok":true}', '{"ok":false,"problem":"no"}'])(
    'says that %s is no answer',
    async (body) => {
      const base = await serve(200, body);
      await expect(createClient(httpTransport(base)).call('studio.info', {})).rejects.toMatchObject({
        code: 'server.not-understood',
        message: expect.stringContaining('status 200'),
      });
    },
  );

  it('says that the server has stopped, and what to do', async () => {
    const base = await serve(200, '{}');
    await new Promise((resolve) => server?.close(resolve));
    await expect(createClient(httpTransport(base)).call('studio.info', {})).rejects.toMatchObject({
      code: 'server.unreachable',
      hint: expect.stringContaining('npm start'),
    });
  });
});

describe('ipc', () => {
  it('calls the bridge', async () => {
    const calls: unknown[] = [];
    const bridge = {
      async call(name: string, input: unknown) {
        calls.push([name, input]);
        return { ok: true, value: info };
      },
    };
    expect(await createClient(ipcTransport(bridge)).call('studio.info', {})).toEqual(info);
    expect(calls).toEqual([['studio.info', {}]]);
  });

  it('says that what comes back is no answer', async () => {
    const bridge = { call: async () => 'hello' };
    await expect(createClient(ipcTransport(bridge)).call('studio.info', {})).rejects.toMatchObject({
      code: 'desktop.not-understood',
    });
  });

  it('is taken only where the window has a bridge', () => {
    const studio = { call: async () => ({}) };
    expect(bridgeOf({ studio })).toBe(studio);
    expect(bridgeOf({})).toBeUndefined();
    expect(bridgeOf({ studio: {} })).toBeUndefined();
  });
});
