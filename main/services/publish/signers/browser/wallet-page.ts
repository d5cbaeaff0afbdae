import type { SigningRequest } from '../signer.ts';

/** What the page may do: run its one script and speak with the address that it came from. */
export const walletPageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** The page on which a wallet of the browser signs: what is signed in words, its id, and a button for each wallet. */
export const walletPage = (
  { words, id, author, data }: SigningRequest,
  key: string,
): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="page-key" content="${escaped(key)}">
<title>Sign with your wallet · DePIN Studio</title>
<link rel="stylesheet" href="/style.css">
<main>
<h1>Sign with your wallet</h1>
<p>DePIN Studio asks the account <code>${escaped(author)}</code> to sign this. Signing costs nothing and sends no transaction.
Compare it with what your wallet shows.</p>
<dl>
${words.map(({ name, value }) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('\n')}
<dt>Id (the hash that is signed)</dt><dd><code id="signed-id">${escaped(id)}</code></dd>
</dl>
${typeof data.message.body === 'string' ? `<details><summary>The whole body</summary><pre>${escaped(data.message.body)}</pre></details>` : ''}
<h2>Wallets of this browser</h2>
<p id="status" role="status">Looking for wallets…</p>
<div id="wallets"></div>
<p><button id="decline" type="button">Do not sign</button></p>
</main>
<script type="module" src="/wallet-page.js"></script>
</html>
`;

/** The studio's colours, for light and dark. */
export const walletPageStyle = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; --bg: #ffffff; --surface: #f6f7f9; --text: #14171c;
  --muted: #565d69; --line: #dfe2e7; --border: #7f8691; --accent: #1f5fbf; --on-accent: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --bg: #14171c; --surface: #1c2027; --text: #eceff3; --muted: #a3abb8; --line: #2d333d;
  --border: #6b7380; --accent: #7fb2ff; --on-accent: #14171c; } }
body { margin: 0; background: var(--bg); color: var(--text); font-variant-numeric: tabular-nums; }
main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { margin: 0; font-size: 25px; }
h2 { margin: 1.5rem 0 0; font-size: 16px; }
code, pre { font-family: ui-monospace, monospace; font-size: .92em; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: minmax(7rem, 11rem) minmax(0, 1fr); gap: 4px 16px; padding: 12px 16px;
  border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
pre { max-height: 60vh; padding: 12px; border: 1px solid var(--line); border-radius: 4px; white-space: pre-wrap; overflow: auto; }
summary { cursor: pointer; }
#wallets { display: flex; flex-wrap: wrap; gap: 8px; }
button { min-height: 36px; padding: 0 16px; border: 1px solid var(--border); border-radius: 4px; background: var(--bg); color: inherit;
  font: inherit; font-weight: 600; cursor: pointer; }
#wallets button { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (each) => entities[each] ?? each);
