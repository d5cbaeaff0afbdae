import { protocol } from 'electron';
import type { PageFiles } from '../services/page-files.ts';
import { fileHeaders } from '../services/page-headers.ts';
import { isPageUrl, pageScheme } from './page-url.ts';

/** Makes the page's scheme one with an origin and a secure context. Before the app is ready. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges }]);
}

/** Answers the page's scheme from the built files, as the loopback server does. */
export function servePage(page: PageFiles): void {
  protocol.handle(pageScheme, async ({ method, url }) => {
    const file = isPageUrl(url) && method === 'GET' ? await page(new URL(url).pathname) : undefined;
    if (file === undefined) return new Response(null, { status: 404, headers: fileHeaders });
    return new Response(Buffer.from(file.body), { headers: file.headers });
  });
}
