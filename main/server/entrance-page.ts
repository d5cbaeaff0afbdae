import { fileHeaders } from '../services/page-headers.ts';
import type { Reply } from './reply.ts';

/** What a browser sees that has not opened the link of this server yet. */
export const entrancePage = (): Reply => ({
  status: 401,
  headers: {
    ...fileHeaders,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  },
  body: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>DePIN Studio: open the link in the terminal</title>
<h1>DePIN Studio is running</h1>
<p>This browser has not been let in yet. Open the link that the terminal shows: it begins with
<code>http://127.0.0.1</code> and ends with <code>?token=…</code>.</p>
<p>Each link works once; the terminal shows a new one after it was used. If the studio was started again since, use the
link of the last start.</p>
</html>
`,
});
