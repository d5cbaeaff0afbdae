import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answer } from '../../../main/api/studio-api.ts';
import { nodeFiles } from '../../../main/ports/node-files.ts';
import { startServer } from '../../../main/server/start-server.ts';
import { installationIn } from '../../../main/services/installation.ts';
import { createStudio } from '../../../main/services/studio.ts';
import { memoryTransport } from '../../../renderer/client/memory-transport.ts';
import { root } from '../../../scripts/root.mjs';
import { bootShim } from '../boot-shim.ts';
import type { Ask } from './conversation.ts';

/** A door that is open, to a person who has one empty project. */
export interface Door {
  readonly ask: Ask;
  readonly home: string;
  close(): Promise<void>;
}

function newHome() {
  const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'studio-door-')));
  const project = path.join(home, 'my-network');
  mkdirSync(project);
  return { home, project, leave: () => rmSync(home, { recursive: true }) };
}

const studioFor = (home: string, project: string, door: 'browser' | 'memory') =>
  createStudio({
    ...{ installation: installationIn(path.resolve(root)), door, files: nodeFiles },
    ...{ userFolder: home, usualProject: project },
  });

/** The services themselves. */
export async function openMemory(): Promise<Door> {
  const { home, project, leave } = newHome();
  return { home, ask: memoryTransport(studioFor(home, project, 'memory')), close: async () => leave() };
}

/** The loopback server, as a browser that was let in. */
export async function openHttp(): Promise<Door> {
  const { home, project, leave } = newHome();
  const api = studioFor(home, project, 'browser');
  const server = await startServer({ api, page: async () => undefined, port: 0 });
  const { origin, search } = new URL(server.url);
  const entered = await fetch(`${origin}/${search}`, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    home,
    ask: (name, input) => post(`${origin}/api/${name}`, { cookie, origin }, JSON.stringify(input)),
    async close() {
      await server.close();
      leave();
    },
  };
}

/** The desktop's bridge, from its page through the preload to the main process. */
export async function openIpc(): Promise<Door> {
  const desktop = await bootShim();
  return {
    home: realpathSync(desktop.home),
    ask: (name, input) =>
      // What the bridge gives back is what the main process answered: this is the boundary.
      desktop.page.evaluate(([route, given]) => window.studio.call(route, given), [
        name,
        input,
      ] as const) as Promise<Answer<unknown>>,
    close: () => desktop.close(),
  };
}

/** Not by `fetch`, which sends no `Origin` that it is told. */
function post(url: string, headers: Record<string, string>, body: string): Promise<Answer<unknown>> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(Buffer.from(chunk)));
        response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
