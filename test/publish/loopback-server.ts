import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a test's server answers to one request. */
export interface Scripted {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Takes the request and closes the connection without a word. */
  readonly hangUp?: boolean;
  /** Never answers. */
  readonly silent?: boolean;
}

export interface LoopbackServer {
  readonly url: string;
  /** Bodies of the requests so far. */
  readonly bodies: readonly string[];
  close(): Promise<void>;
}

/** A server of this computer that answers as a test says; it knows nothing of what is sent to it. */
export async function loopbackServer(
  answer: (body: string, index: number) => Scripted | Promise<Scripted>,
): Promise<LoopbackServer> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    void read(request).then(async (body) => {
      bodies.push(body);
      reply(response, await answer(body, bodies.length - 1));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    bodies,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** JSON with status 200. */
export const json = (value: unknown): Scripted => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

async function read(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('utf8');
}

function reply(
  response: ServerResponse,
  { status = 200, headers = {}, body = '', hangUp, silent }: Scripted,
) {
  if (silent) return;
  if (hangUp) {
    response.socket?.destroy();
    return;
  }
  response.writeHead(status, headers).end(body);
}
