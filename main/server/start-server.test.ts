import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StudioError } from '../../sim-core/contract/errors.ts';
import type { StudioApi } from '../api/studio-api.ts';
import { fileHeaders } from '../services/page-headers.ts';
import { largestBody } from './read-json.ts';
import { type RunningServer, startServer } from './start-server.ts';

const api: Partial<StudioApi> = {
  'studio.info': async () => ({ version: '1.2.3', engineId: 'sha256:0', door: 'browser' }),
  'scenarios.list': async () => [],
  'scenarios.open': async ({ id }) => {
    throw new StudioError({ code: 'scenario.unknown', message: `There is no scenario ${id}.`, where: id });
  },
  'exports.save': async () => ({ saved: null }),
};

const page = async (path: string) =>
  path === '/'
    ? { headers: { ...fileHeaders, 'content-type': 'text/html' }, body: Buffer.from('the page') }
    : undefined;

interface Response {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: RunningServer;
const links: string[] = [];

beforeEach(async () => {
  links.length = 0;
  server = await startServer({ api, page, port: 0, onEntered: (url) => links.push(url) });
});
afterEach(() => server.close());

const host = () => `127.0.0.1:${server.port}`;
const origin = () => `http://${host()}`;

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
  /** The body goes on, for all the server knows. */
  readonly unfinished?: boolean;
}

/** Sends what a browser could not be made to send. */
function send({
  method = 'GET',
  path = '/',
  headers = {},
  body,
  unfinished = false,
}: Sent): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { host: '127.0.0.1', port: server.port, method, path, headers: { host: host(), ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(Buffer.from(chunk)));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('error', reject);
    if (unfinished) sent.write(body);
    else sent.end(body);
  });
}

const pathOf = (url: string) => url.slice(url.indexOf('/?'));

/** Opens the link and returns the cookie. */
async function enter(): Promise<string> {
  const { headers } = await send({ path: pathOf(server.url) });
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** A call as the page makes it, but for what is given. */
async function call(
  route: string,
  input: unknown,
  differing: OutgoingHttpHeaders = {},
  unfinished = false,
): Promise<Response> {
  const cookie = await enter();
  const headers = { cookie, origin: origin(), 'content-type': 'application/json', ...differing };
  return await send({
    method: 'POST',
    path: `/api/${route}`,
    headers,
    body: JSON.stringify(input),
    unfinished,
  });
}

const problemIn = ({ body }: Response): unknown => JSON.parse(body);
const refusal = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) });

describe('the link', () => {
  it('lets a browser in, with a cookie that scripts and other sites cannot use', async () => {
    const { status, headers } = await send({ path: pathOf(server.url) });
    expect({ status, location: headers.location }).toEqual({ status: 303, location: '/' });
    expect(headers['set-cookie']?.[0]).toMatch(
      /^depin-studio-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict/,
    );
    const cookie = await enter();
    expect((await send({ headers: { cookie } })).body).toBe('the page');
  });

  it('works once, and is followed by another', async () => {
    const used = server.url;
    await send({ path: pathOf(used) });
    expect((await send({ path: pathOf(used) })).status).toBe(401);
    expect(links).toEqual([server.url]);
    expect(server.url).not.toBe(used);
    expect((await send({ path: pathOf(server.url) })).status).toBe(303);
  });

  it('differs between starts', async () => {
    const other = await startServer({ api, page, port: 0 });
    expect(new URL(other.url).searchParams.get('token')).not.toBe(
      new URL(server.url).searchParams.get('token'),
    );
    await other.close();
  });

  it.each(['/', '/?token=', '/?token=guess', '/index.html', '/worker.js'])(
    'is asked for at %s',
    async (path) => {
      const { status, body } = await send({ path });
      expect(status).toBe(401);
      expect(body).toContain('Open the link that the terminal shows');
    },
  );

  it.each(['', 'x=y', 'depin-studio-%=guess', 'depin-studio-%='])(
    'is not replaced by the cookie "%s"',
    async (written) => {
      const cookie = written.replace('%', String(server.port));
      expect((await send({ headers: { cookie } })).status).toBe(401);
    },
  );
});

describe('a call', () => {
  it('is answered', async () => {
    const { status, headers, body } = await call('studio.info', {});
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('application/json');
    expect(JSON.parse(body)).toEqual({
      ok: true,
      value: { version: '1.2.3', engineId: 'sha256:0', door: 'browser' },
    });
  });

  it('says what a service says', async () => {
    const response = await call('scenarios.open', { id: 'x' });
    expect(response.status).toBe(404);
    expect(problemIn(response)).toEqual({
      ok: false,
      problem: { code: 'scenario.unknown', message: 'There is no scenario x.', where: 'x' },
    });
  });

  it.each([
    ['an unknown route', 'scenarios.burn', {}, 404, 'route.unknown'],
    ['a name of every object', 'constructor', {}, 404, 'route.unknown'],
    ['a missing field', 'scenarios.open', {}, 400, 'input.invalid'],
    ['a field too many', 'scenarios.open', { id: 'x', path: '/etc' }, 400, 'input.invalid'],
    ['a wrong type', 'scenarios.open', { id: 7 }, 400, 'input.invalid'],
    ['a name that leads elsewhere', 'exports.save', { name: '../x.csv', text: '' }, 400, 'input.invalid'],
    ['no object', 'studio.info', 'x', 400, 'input.invalid'],
  ])('with %s is refused', async (_, route, input, status, code) => {
    const response = await call(route, input);
    expect(response.status).toBe(status);
    expect(problemIn(response)).toEqual(refusal(code));
  });

  it('without the cookie is refused', async () => {
    const response = await call('studio.info', {}, { cookie: '' });
    expect(response.status).toBe(401);
    expect(problemIn(response)).toEqual(refusal('session.missing'));
  });

  it('of a form is refused, since other sites can send those', async () => {
    const response = await call('studio.info', {}, { 'content-type': 'text/plain' });
    expect(response.status).toBe(415);
    expect(problemIn(response)).toEqual(refusal('request.not-json'));
  });

  it('that is not JSON is refused', async () => {
    const headers = { cookie: await enter(), origin: origin(), 'content-type': 'application/json' };
    const response = await send({ method: 'POST', path: '/api/studio.info', headers, body: '{' });
    expect(response.status).toBe(400);
    expect(problemIn(response)).toEqual(refusal('request.malformed'));
  });

  it('that says it is too large is refused before it is read', async () => {
    const response = await call('studio.info', {}, { 'content-length': largestBody + 1 });
    expect(response.status).toBe(413);
    expect(problemIn(response)).toEqual(refusal('request.too-large'));
  });

  it('that turns out to be too large is refused while it is still sent', async () => {
    const response = await call('exports.save', 'x'.repeat(largestBody), {}, true);
    expect(response.status).toBe(413);
    expect(problemIn(response)).toEqual(refusal('request.too-large'));
  });

  it.each(['GET', 'PUT', 'DELETE'])('by %s is refused', async (method) => {
    const headers = { cookie: await enter(), origin: origin() };
    const response = await send({ method, path: '/api/studio.info', headers });
    expect(response.status).toBe(405);
    expect(response.headers.allow).toBe('POST');
  });
});

describe('a foreign sender', () => {
  it.each(['evil.example', 'localhost:1', '127.0.0.1'])('with the Host "%s" is refused', async (foreign) => {
    const response = await send({ path: pathOf(server.url), headers: { host: foreign } });
    expect(response.status).toBe(403);
    expect(problemIn(response)).toEqual(refusal('request.foreign'));
    expect(links).toEqual([]);
  });

  it.each(['https://evil.example', 'http://127.0.0.1:1', 'null'])(
    'with the Origin %s is refused',
    async (foreign) => {
      expect((await call('studio.info', {}, { origin: foreign })).status).toBe(403);
    },
  );

  it('that hides its origin is refused', async () => {
    const headers = { cookie: await enter(), 'content-type': 'application/json' };
    const response = await send({ method: 'POST', path: '/api/studio.info', headers, body: '{}' });
    expect(response.status).toBe(403);
  });

  it.each(['cross-site', 'same-site'])(
    'whose page is %s is refused, though it brings the cookie',
    async (site) => {
      const headers = {
        cookie: await enter(),
        'sec-fetch-site': site,
        'sec-fetch-mode': 'no-cors',
        'sec-fetch-dest': 'script',
      };
      expect((await send({ path: '/', headers })).status).toBe(403);
    },
  );

  it('may link to the studio', async () => {
    const headers = {
      cookie: await enter(),
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect((await send({ path: '/', headers })).status).toBe(200);
  });

  it.each(['http://evil.example/', '//evil.example/', '*'])(
    'cannot use it as a proxy to %s',
    async (path) => {
      expect((await send({ path, headers: { cookie: await enter() } })).status).toBe(400);
    },
  );
});

describe('the page', () => {
  it('is sent to those who were let in, with its headers', async () => {
    const { status, headers } = await send({ method: 'HEAD', headers: { cookie: await enter() } });
    expect(status).toBe(200);
    expect(headers).toMatchObject(fileHeaders);
  });

  it('has nothing else to show', async () => {
    const response = await send({ path: '/nothing', headers: { cookie: await enter() } });
    expect(response.status).toBe(404);
    expect(problemIn(response)).toEqual(refusal('file.unknown'));
  });

  it('is only read', async () => {
    const headers = { cookie: await enter(), origin: origin() };
    expect((await send({ method: 'POST', headers })).status).toBe(405);
  });
});
