import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { OpenReply, OpenWeb } from '../../../ports/open-web.ts';
import { textIn, textTypes } from './text-in.ts';

export interface FetchTools {
  readonly open: OpenWeb;
  /** The hub that the person has set: its server may be inside, since the person said so. */
  readonly hub: string;
  readonly signal?: AbortSignal;
}

/** A draft with all its tables has some ten thousand characters. */
const mostBytes = 1024 * 1024;
const mostRedirects = 5;
const patienceMs = 20_000;

/** The text at an address; each step of a redirect is looked at as if it had been given. Throws `source.*` or `web.*`. */
export async function fetchText(
  address: string,
  { open, hub, signal }: FetchTools,
): Promise<{ readonly text: string; readonly address: string }> {
  let url = address;
  for (let step = 0; step <= mostRedirects; step += 1) {
    const reply = await open.get({
      ...{ url, mostBytes, timeoutMs: patienceMs, accept: textTypes },
      mayBeInside: sameServer(url, hub),
      ...(signal === undefined ? {} : { signal }),
    });
    const next = nextOf(reply, url);
    if (next === undefined) return { text: textOf(reply, new URL(url).host), address: url };
    url = next;
  }
  throw refused(
    'source.redirects',
    `${new URL(address).host} leads on more than ${mostRedirects} times.`,
    'Give the address that it ends at, or paste the text.',
  );
}

/** Where a redirect leads; undefined where it is none. One from https to http is refused: it could be read and changed on its way. */
function nextOf({ status, header }: OpenReply, from: string): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const where = header('location') ?? '';
  const next = URL.canParse(where, from) ? new URL(where, from) : undefined;
  if (next !== undefined && !(new URL(from).protocol === 'https:' && next.protocol === 'http:'))
    return next.href;
  throw refused(
    'source.redirects',
    `${new URL(from).host} leads on to ${next === undefined ? 'no address' : 'an address without encryption'}.`,
    'Give the address of the text itself, or paste the text.',
  );
}

function textOf({ status, bytes, header }: OpenReply, host: string): string {
  if (status !== 200)
    throw refused(
      'source.status',
      `${host} answers ${status}${status === 404 ? ': there is no such text' : ''}.`,
      status === 429 ? 'Wait a minute, then try again.' : 'Check the address, or paste the text.',
    );
  const encoding = header('content-encoding') ?? 'identity';
  if (encoding !== 'identity')
    throw refused('source.type', `${host} packs its answer, unasked.`, 'Paste the text.');
  return textIn(bytes, header('content-type') ?? '', host);
}

function sameServer(url: string, hub: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(hub)) return false;
  return new URL(url).origin === new URL(hub).origin;
}

const refused = (code: string, message: string, hint: string): StudioError =>
  new StudioError({ code, message, hint });
