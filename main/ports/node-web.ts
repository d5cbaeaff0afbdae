import { StudioError } from '../../sim-core/contract/errors.ts';
import type { Web, WebReply, WebRequest } from './web.ts';

/** The network of this computer. */
export const nodeWeb: Web = { send };

/** Characters of a reply that is still read. */
const largestReply = 16 * 1024 * 1024;

async function send({ url, body, headers = {}, timeoutMs, signal }: WebRequest): Promise<WebReply> {
  const host = hostOf(url);
  const late = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      ...(body === undefined ? {} : { method: 'POST', body }),
      headers: { accept: 'application/json', ...headers },
      redirect: 'manual',
      signal: signal === undefined ? late : AbortSignal.any([signal, late]),
    });
    const text = await textOf(response, host);
    return { status: response.status, text, header: (name) => response.headers.get(name) ?? undefined };
  } catch (error) {
    if (error instanceof StudioError) throw error;
    if (signal?.aborted) throw cancelled(host);
    throw late.aborted ? timeout(host, timeoutMs) : broken(host, error);
  }
}

function hostOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed !== undefined && /^https?:$/.test(parsed.protocol)) return parsed.host;
  throw new StudioError({
    code: 'web.bad-address',
    message: `${JSON.stringify(url.slice(0, 200))} is no address of a server.`,
    hint: 'It begins with https://, or with http:// on this computer.',
  });
}

async function textOf(response: Response, host: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  // Read in pieces, so that an endless reply is not kept.
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > largestReply)
      throw new StudioError({ code: 'web.too-large', message: `The reply of ${host} is too large.` });
  }
  return text + decoder.decode();
}

const cancelled = (host: string): StudioError =>
  new StudioError({ code: 'web.cancelled', message: `The question to ${host} was cancelled.` });

const timeout = (host: string, timeoutMs: number): StudioError =>
  new StudioError({
    code: 'web.timeout',
    message: `${host} did not answer within ${Math.round(timeoutMs / 1000)} s.`,
    hint: 'Try again later.',
  });

/** What happens before a byte is sent. */
const beforeSending = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

function broken(host: string, error: unknown): StudioError {
  const code = codeOf(error);
  const unsent = beforeSending.has(code) || code.startsWith('ERR_TLS') || code.startsWith('CERT_');
  return new StudioError({
    code: unsent ? 'web.unreachable' : 'web.lost',
    message: unsent
      ? `${host} cannot be reached (${code}).`
      : `The connection to ${host} broke before it answered${code === '' ? '' : ` (${code})`}.`,
    hint: 'Check the address and the connection, then try again.',
  });
}

/** Node hides the system's reason in a chain of causes, and in a list where it tried several addresses. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}
