import { createServer, type ServerResponse } from 'node:http';
import type { StudioApi } from '../api/studio-api.ts';
import type { PageFiles } from '../services/page-files.ts';
import { handleRequest } from './handle-request.ts';
import { listen, loopback } from './listen.ts';
import type { Reply } from './reply.ts';
import { createSession } from './session.ts';

/** The port of the studio, unless another is asked for: bookmarks stay valid. */
const defaultPort = 4780;

export interface ServerOptions {
  readonly api: Partial<StudioApi>;
  readonly page: PageFiles;
  /** 0 takes any port that is free. */
  readonly port?: number;
  /** A browser was let in by the link, which is used up: here is the next. */
  readonly onEntered?: (nextUrl: string) => void;
}

export interface RunningServer {
  readonly port: number;
  /** The link that lets a browser in, once: `http://127.0.0.1:4780/?token=…`. Each time another after use. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the studio to browsers on this computer. Throws `server.port-in-use`, `server.port-refused`, `server.bad-port`. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = createServer();
  const port = await listen(server, options.port ?? defaultPort);
  const origin = `http://${loopback}:${port}`;
  const session = createSession(port);
  const link = () => `${origin}/?token=${session.token}`;
  const onEntered = () => options.onEntered?.(link());
  const doorway = { origin, session, api: options.api, page: options.page, onEntered };
  server.on('request', (request, response) => {
    void handleRequest(request, doorway).then((reply) => send(response, reply, request.method));
  });
  return {
    port,
    get url() {
      return link();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, { status, headers, body }: Reply, method: string | undefined): void {
  // What is left unread of a refused call is not waited for.
  const ending = status === 413 ? { connection: 'close' } : {};
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...headers, ...length, ...ending });
  response.end(method === 'HEAD' ? undefined : body);
}
