/** What a page may do, said the same by every door that serves it. */

/**
 * Headers of the page itself. Styles need the nonce, since editors and menus write some of their own; scripts come from
 * files only. With COOP and COEP the page is isolated from every other.
 */
export function pageHeaders(nonce: string): Readonly<Record<string, string>> {
  return {
    ...fileHeaders,
    'content-security-policy': policy({
      'default-src': "'none'",
      'script-src': "'self' 'wasm-unsafe-eval'",
      'style-src': `'self' 'nonce-${nonce}'`,
      'worker-src': "'self'",
      'connect-src': "'self'",
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    }),
    'cross-origin-opener-policy': 'same-origin',
  };
}

/** Headers of every other file. */
export const fileHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Headers of what workers run: a mechanism can compute, row kernels in WebAssembly, and reach nothing. */
export const workerHeaders: Readonly<Record<string, string>> = {
  ...fileHeaders,
  'content-security-policy': policy({
    'default-src': "'none'",
    'script-src': "'self' 'wasm-unsafe-eval'",
  }),
};

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map((directive) => directive.join(' '))
    .join('; ');
}
