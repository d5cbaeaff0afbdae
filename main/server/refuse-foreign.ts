import type { IncomingHttpHeaders } from 'node:http';
import type { Problem } from '../../sim-core/contract/errors.ts';

/**
 * Why a request may not come from where it does; undefined if it may. The Host header stops names that were made to point
 * here (DNS rebinding), Origin and Sec-Fetch-Site stop pages of other sites, and of other ports of this computer, which
 * count as the same site. Following a link from elsewhere is fine: it only shows the page.
 */
export function refuseForeign(
  method: string,
  headers: IncomingHttpHeaders,
  origin: string,
): Problem | undefined {
  const { host } = new URL(origin);
  if (headers.host !== host)
    return foreign(`it was sent to ${named(headers.host)}, and this is ${host}`, origin);
  const sender = headers.origin;
  if (sender !== undefined && sender !== origin) return foreign(`it comes from ${named(sender)}`, origin);
  if (sender === undefined && method === 'POST')
    return foreign('it does not say where it comes from', origin);
  const site = headers['sec-fetch-site'];
  const isLink =
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  if (site === undefined || site === 'same-origin' || site === 'none' || isLink) return undefined;
  return foreign('it comes from a page of another site', origin);
}

const foreign = (why: string, origin: string): Problem => ({
  code: 'request.foreign',
  message: `The studio refused this request: ${why}.`,
  hint: `The studio answers only its own page, at ${origin}/.`,
});

const named = (text: string | undefined): string => JSON.stringify(text?.slice(0, 200) ?? '');
