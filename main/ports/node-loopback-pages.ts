import { createServer, type IncomingMessage } from 'node:http';
import { StudioError } from '../../sim-core/contract/errors.ts';
import { bodyOf } from './body-of.ts';
import type { LoopbackPages, OpenPages, PageReply, PageRequest } from './loopback-pages.ts';
import { whyForeign } from './why-foreign.ts';

/** The only address that is listened on: nobody else on the network can reach it. */
const loopback = '127.0.0.1';

/** Bytes of a request that is read: a signature has a few hundred. */
const largestBody = 64 * 1024;

/** Pages on any port of this computer that is free. */
export const nodeLoopbackPages: LoopbackPages = { open };

async function open(answer: (request: PageRequest) => Promise<PageReply>): Promise<OpenPages> {
  const server = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(error)));
    server.listen(0, loopback, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const origin = `http://${loopback}:${port}`;
  server.on('request', (request, response) => {
    void decide(request, origin, answer).then(({ status, headers, body }) => {
      response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
      response.end(body);
    });
  });
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A last answer may be on its way.
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 500).unref();
      }),
  };
}

async function decide(
  request: IncomingMessage,
  origin: string,
  answer: (request: PageRequest) => Promise<PageReply>,
): Promise<PageReply> {
  const { method, headers, url = '' } = request;
  if (method !== 'GET' && method !== 'POST') return refused(405);
  if (whyForeign(request, origin) !== undefined || !url.startsWith('/') || url.startsWith('//'))
    return refused(403);
  try {
    const body = method === 'POST' ? await bodyOf(request, largestBody) : Buffer.alloc(0);
    if (body === undefined) return refused(413);
    const { pathname, searchParams } = new URL(url, origin);
    const key = headers['x-page-key'];
    return await answer({
      ...{ method, path: pathname, query: searchParams, body: body.toString('utf8') },
      key: typeof key === 'string' ? key : '',
    });
  } catch {
    return refused(500);
  }
}

const refused = (status: number): PageReply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: 'The studio refused this request.',
});

const cannotListen = (error: Error): StudioError =>
  new StudioError({
    code: 'page.refused',
    message: `The page for the wallet cannot be opened on this computer: ${error.message}.`,
    hint: 'Use another signer.',
  });
