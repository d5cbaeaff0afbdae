import { lookup as systemLookup } from 'node:dns';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { StudioError } from '../../sim-core/contract/errors.ts';
import type { OpenReply, OpenRequest, OpenWeb } from './open-web.ts';
import { isPublicAddress } from './public-address.ts';

/** The open network, as this computer reaches it. */
export const nodeOpenWeb: OpenWeb = { get };

async function get(request: OpenRequest): Promise<OpenReply> {
  const { timeoutMs, signal, mostBytes } = request;
  const url = addressOf(request.url);
  const late = AbortSignal.timeout(timeoutMs);
  const ended = signal === undefined ? late : AbortSignal.any([signal, late]);
  try {
    const reply = await asked(url, request, ended);
    const bytes = await bytesOf(reply, url.host, mostBytes);
    return { status: reply.statusCode ?? 0, bytes, header: (name) => headerOf(reply, name) };
  } catch (error) {
    if (error instanceof StudioError) throw error;
    if (signal?.aborted) throw failure('web.cancelled', `The question to ${url.host} was cancelled.`);
    if (late.aborted)
      throw failure('web.timeout', `${url.host} did not answer within ${Math.round(timeoutMs / 1000)} s.`);
    throw broken(url.host, error);
  }
}

function addressOf(written: string): URL {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const name = JSON.stringify(written.slice(0, 200));
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw failure('web.bad-address', `${name} is no address that begins with https:// or http://.`);
  if (url.username !== '' || url.password !== '')
    throw failure(
      'web.bad-address',
      `The address of ${url.host} holds a name or a password.`,
      'Leave out what stands before the @: nothing is sent to strangers but the question.',
    );
  return url;
}

function asked(
  url: URL,
  { mayBeInside, accept }: OpenRequest,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  // A name is looked up below; an address in figures never is.
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  if (!mayBeInside && isIP(bare) !== 0 && !isPublicAddress(bare)) throw insideAddress(url.host, bare);
  const send = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    send(
      url,
      {
        ...{ method: 'GET', signal, agent: false },
        headers: { accept, 'accept-encoding': 'identity', 'user-agent': 'depin-studio' },
        ...(mayBeInside ? {} : { lookup: publicLookup(url.host) }),
      },
      resolve,
    )
      .on('error', reject)
      .end();
  });
}

/** The system's answer, unless one of its addresses is inside. */
const publicLookup =
  (host: string): LookupFunction =>
  (name, options, answer) => {
    systemLookup(name, { ...options, all: true }, (error, addresses) => {
      const found = addresses ?? [];
      const inner = found.find(({ address }) => !isPublicAddress(address));
      const [first] = found;
      if (error !== null) answer(error, '');
      else if (inner !== undefined) answer(insideAddress(host, inner.address), '');
      else if (options.all === true) answer(null, [...found]);
      else answer(null, first?.address ?? '', first?.family);
    });
  };

async function bytesOf(reply: IncomingMessage, host: string, most: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let read = 0;
  const tooLarge = () =>
    failure('web.too-large', `The reply of ${host} has more than ${most} bytes, and was not read on.`);
  if (Number(headerOf(reply, 'content-length') ?? 0) > most) {
    reply.destroy();
    throw tooLarge();
  }
  for await (const piece of reply) {
    pieces.push(Buffer.from(piece));
    read += pieces.at(-1)?.length ?? 0;
    // Leaving the loop closes the connection.
    if (read > most) throw tooLarge();
  }
  return Buffer.concat(pieces);
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const found = headers[name.toLowerCase()];
  return typeof found === 'string' ? found : found?.[0];
}

const insideAddress = (host: string, address: string): StudioError =>
  failure(
    'web.private-address',
    `${host} is an address of this computer or of its network (${address}), which no text may lead to.`,
    'Save the text and open the file. Of a hub of your own, set its address in the settings.',
  );

function broken(host: string, error: unknown): StudioError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return failure(
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_TLS|CERT_)/.test(code)
      ? 'web.unreachable'
      : 'web.lost',
    `${host} cannot be asked${code === '' ? '' : ` (${code})`}.`,
    'Check the address and the connection, then try again.',
  );
}

const failure = (code: string, message: string, hint = 'Paste the text, or save it and open the file.') =>
  new StudioError({ code, message, hint });
