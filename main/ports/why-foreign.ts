import type { IncomingHttpHeaders } from 'node:http';

/**
 * Why a request to a server of this computer may not come from where it does; undefined if it may. The Host header stops names that were
 * made to point here (DNS rebinding), Origin and Sec-Fetch-Site stop pages of other sites, and of other ports of this computer, which
 * count as the same site. Following a link from elsewhere is fine: it only shows the page.
 */
export function whyForeign(
  { method, headers }: { readonly method?: string | undefined; readonly headers: IncomingHttpHeaders },
  origin: string,
): string | undefined {
  const { host } = new URL(origin);
  if (headers.host !== host) return `it was sent to ${named(headers.host)}, and this is ${host}`;
  const sender = headers.origin;
  if (sender !== undefined && sender !== origin) return `it comes from ${named(sender)}`;
  if (sender === undefined && method === 'POST') return 'it does not say where it comes from';
  const site = headers['sec-fetch-site'];
  const isLink =
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  if (site === undefined || site === 'same-origin' || site === 'none' || isLink) return undefined;
  return 'it comes from a page of another site';
}

const named = (text: string | undefined): string => JSON.stringify(text?.slice(0, 200) ?? '');
