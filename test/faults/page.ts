import { request } from 'node:http';
import type { Problem } from '../../sim-core/contract/errors.ts';
import type { Fault } from './fault.ts';
import { type Program, startProgram } from './program.ts';

/** What a call came to: an answer, a problem that the studio told, or no answer at all. */
export type Called =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'lost'; readonly why: string };

/** A browser's page of a studio that serves a project. */
export interface Page {
  readonly program: Program;
  call(route: string, input: unknown): Promise<Called>;
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly cookie: string | undefined;
  readonly text: string;
}

/** Serves a project and lets a browser in; throws where the studio does not come up. */
export async function openPage(
  cli: string,
  project: string,
  fault?: Fault,
  longestMs?: number,
): Promise<Page> {
  const program = startProgram(cli, ['serve', '--port', '0', '--project', project], {
    folder: project,
    env: fault?.env ?? {},
    ...(longestMs === undefined ? {} : { longestMs }),
  });
  const link = await linkOf(program);
  const port = Number(link.port);
  const { cookie = '' } = await send(port, link.origin, { path: `${link.pathname}${link.search}` });
  // The browser is let in; what comes now may be cut.
  const way = (await fault?.through?.(port)) ?? port;
  fault?.started?.(program.child);
  return {
    program,
    async call(route, input) {
      try {
        const headers = { cookie, 'content-type': 'application/json' };
        const body = JSON.stringify(input);
        const { text } = await send(way, link.origin, { path: `/api/${route}`, headers, body });
        const answer = JSON.parse(text);
        if (answer.ok) return { kind: 'value', value: answer.value };
        return { kind: 'problem', problem: answer.problem };
      } catch (thrown) {
        return { kind: 'lost', why: thrown instanceof Error ? thrown.message : String(thrown) };
      }
    },
    async close() {
      program.child.kill('SIGINT');
      await program.ended;
    },
  };
}

/** The link that the studio prints. */
export async function linkOf({ child, ended, said }: Program): Promise<URL> {
  const look = () => /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(said())?.[0];
  const told = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => {
      const link = look();
      if (link !== undefined) resolve(link);
    });
  });
  const over = ended.then(({ err }) => {
    throw new Error(`the studio does not come up: ${err}`);
  });
  over.catch(() => {});
  return new URL(await Promise.race([told, over]));
}

interface Asked {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A call that is answered later than that has no answer. */
const patienceMs = 120_000;

function send(port: number, origin: string, { path, headers = {}, body }: Asked): Promise<Reply> {
  const { host } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        ...{ host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST', agent: false },
        headers: { host, origin, ...headers },
        timeout: patienceMs,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            cookie: response.headers['set-cookie']?.[0]?.split(';')[0],
            text,
          }),
        );
        response.on('error', reject);
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('HANGS: no answer')));
    asked.on('error', reject);
    asked.end(body);
  });
}
