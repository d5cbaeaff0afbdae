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

export const walletPageStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
dt { font-weight: 600; margin-top: .6rem; }
dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
button { font: inherit; padding: .6rem 1rem; margin: 0 .5rem .5rem 0; cursor: pointer; }
`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (each) => entities[each] ?? each);
