import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { StudioError } from '../../sim-core/contract/errors.ts';
import type { Files } from '../ports/files.ts';
import { fileHeaders, pageHeaders, workerHeaders } from './page-headers.ts';

/** A file of the page, as a door sends it. */
export interface PageFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Finds a file of the page by the path of its URL; undefined where there is none. */
export type PageFiles = (urlPath: string) => Promise<PageFile | undefined>;

/** The text of a project's own module by its hash; undefined unless it may run. */
export type ModuleText = (hash: string) => Promise<string | undefined>;

/** What the build writes where a fresh value has to stand in each response. */
const noncePlaceholder = '__CSP_NONCE__';

const largestFile = 64 * 1024 * 1024;

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
  ['.txt', 'text/plain; charset=utf-8'],
]);

/** Scripts that run in workers, by the paths that the build gives them. */
const workerScripts = new Set(['worker.js', 'engine/engine.js']);

/**
 * The built page in `folder`. What is asked for is only ever compared with the names of files that are there, so that no
 * spelling of a path leads out of the folder. Modules of a project stand under `/code/` by their hash.
 */
export function pageFilesIn(folder: string, files: Files, module?: ModuleText): PageFiles {
  return async (urlPath) => {
    const hash = /^\/code\/([0-9a-f]{64})\.js$/.exec(urlPath)?.[1];
    if (hash !== undefined) return await moduleFile(hash, module);
    const wanted = urlPath === '/' ? 'index.html' : decoded(urlPath).slice(1);
    const type = types.get(path.posix.extname(wanted));
    const names = await files.filesUnder(folder);
    if (type === undefined || !names.includes(wanted)) return undefined;
    const content = await files.read(path.join(folder, ...wanted.split('/')), largestFile);
    if (content.kind !== 'bytes') return undefined;
    if (wanted === 'index.html') return withNonce(content.bytes, type);
    const headers = workerScripts.has(wanted) ? workerHeaders : fileHeaders;
    return { headers: { ...headers, 'content-type': type }, body: content.bytes };
  };
}

async function moduleFile(hash: string, module: ModuleText | undefined): Promise<PageFile | undefined> {
  const text = await module?.(hash);
  if (text === undefined) return undefined;
  return {
    headers: { ...workerHeaders, 'content-type': 'text/javascript; charset=utf-8' },
    body: Buffer.from(text),
  };
}

/** Throws `installation.broken` where nothing was built to show. */
export async function requirePage(page: PageFiles): Promise<void> {
  if ((await page('/')) !== undefined) return;
  throw new StudioError({
    code: 'installation.broken',
    message: 'The page of the studio is missing.',
    hint: 'Build the studio with `npm run build`, or install it again.',
  });
}

function withNonce(html: Uint8Array, type: string): PageFile {
  const nonce = randomBytes(18).toString('base64');
  const text = Buffer.from(html).toString('utf8').replaceAll(noncePlaceholder, nonce);
  return { headers: { ...pageHeaders(nonce), 'content-type': type }, body: Buffer.from(text) };
}

/** A path that cannot be decoded names no file. */
function decoded(urlPath: string): string {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return '';
  }
}
