import { randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { LoopbackPages, PageReply, PageRequest } from '../../../../ports/loopback-pages.ts';
import { jsonIn } from '../../../json-in.ts';
import { signedBy, walletPayload } from '../../message/message-id.ts';
import { declined, type Signer, type SigningRequest } from '../signer.ts';
import { walletPage, walletPageHeaders, walletPageStyle } from './wallet-page.ts';

interface BrowserParts {
  readonly pages: LoopbackPages;
  /** The page's script, as built. */
  readonly script: () => Promise<string>;
  /** Tells the person the link, which works once. */
  readonly show: (url: string) => void;
}

const name = 'the browser wallet';

/** Signs by a wallet extension, on a page of this computer that exists for this one signature. */
export const browserSigner = ({ pages, script, show }: BrowserParts): Signer => ({
  name,
  async sign(request, signal) {
    const code = await script();
    signal.throwIfAborted();
    let settle: (outcome: Outcome) => void = () => {};
    const outcome = new Promise<Outcome>((resolve) => {
      settle = resolve;
    });
    const secrets = { token: secret(), key: secret() };
    const open = await pages.open(pageAnswers({ request, code, ...secrets, settle }));
    const leave = () => settle({ kind: 'left' });
    signal.addEventListener('abort', leave, { once: true });
    try {
      show(`${open.origin}/?token=${secrets.token}`);
      const ended = await outcome;
      if (ended.kind === 'signed') return ended.signature;
      signal.throwIfAborted();
      throw declined(name);
    } finally {
      signal.removeEventListener('abort', leave);
      await open.close();
    }
  },
});

type Outcome =
  | { readonly kind: 'signed'; readonly signature: string }
  | { readonly kind: 'declined' | 'left' };

interface PageParts {
  readonly request: SigningRequest;
  readonly code: string;
  /** Opens the page, once. */
  readonly token: string;
  /** What the opened page proves itself by. */
  readonly key: string;
  readonly settle: (outcome: Outcome) => void;
}

const signedBody = z.strictObject({
  signature: z
    .string()
    .max(10_000)
    .regex(/^0x[0-9a-fA-F]*$/),
});

/** Answers the requests of one page. */
function pageAnswers({ request, code, token, key, settle }: PageParts) {
  let opened = false;
  return async ({ method, path, query, key: shown, body }: PageRequest): Promise<PageReply> => {
    if (method === 'GET' && path === '/') {
      if (opened || !equal(query.get('token') ?? '', token)) return usedUp;
      opened = true;
      return { status: 200, headers: walletPageHeaders, body: walletPage(request, key) };
    }
    if (method === 'GET' && path === '/wallet-page.js') return file('text/javascript', code);
    if (method === 'GET' && path === '/style.css') return file('text/css', walletPageStyle);
    if (!equal(shown, key)) return usedUp;
    if (method === 'GET' && path === '/request')
      return json({ author: request.author, payload: walletPayload(request.data) });
    if (method === 'POST' && path === '/declined') {
      settle({ kind: 'declined' });
      return json({ ok: true });
    }
    if (method === 'POST' && path === '/signed') return json(takeSignature(request, body, settle));
    return { ...usedUp, status: 404 };
  };
}

/** A signature of another account is told to the page, where the person can choose again. */
function takeSignature(
  { data, author }: SigningRequest,
  body: string,
  settle: PageParts['settle'],
): { readonly ok: boolean; readonly message?: string } {
  const read = signedBody.safeParse(jsonIn(body));
  const account = read.success ? signedBy(data, read.data.signature) : undefined;
  if (!read.success || account === undefined)
    return { ok: false, message: 'That is no signature of what is shown here. Try another wallet.' };
  if (account.toLowerCase() !== author.toLowerCase())
    return {
      ok: false,
      message: `That was signed with ${account}. Choose ${author} in the wallet, then press again.`,
    };
  settle({ kind: 'signed', signature: read.data.signature });
  return { ok: true };
}

const secret = (): string => randomBytes(32).toString('base64url');

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const file = (type: string, body: string): PageReply => ({
  status: 200,
  headers: { ...walletPageHeaders, 'content-type': `${type}; charset=utf-8` },
  body,
});

const json = (value: unknown): PageReply => file('application/json', JSON.stringify(value));

const usedUp: PageReply = {
  status: 403,
  headers: { ...walletPageHeaders, 'content-type': 'text/plain; charset=utf-8' },
  body: 'This link works once, and was used. Start signing again in the studio.',
};
