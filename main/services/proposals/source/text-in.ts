import { StudioError } from '../../../../sim-core/contract/errors.ts';

/** What a server may call a proposal that is a text. */
export const textTypes = 'text/markdown, text/plain, application/json;q=0.9, application/octet-stream;q=0.5';

const texts = ['text/markdown', 'text/x-markdown', 'text/plain', 'application/octet-stream', ''];

/** The text in a reply: Markdown, or the JSON in which the studio hands a proposal on. Throws `source.type`, `source.not-text`. */
export function textIn(bytes: Uint8Array, contentType: string, host: string): string {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  const isJson = type === 'application/json' || type.endsWith('+json');
  if (!isJson && !texts.includes(type)) throw otherType(type, host);
  const text = decoded(bytes, host);
  if (!isJson && !/^\s*\{/.test(text)) return text;
  const markdown = markdownOf(text);
  if (markdown !== undefined) return markdown;
  if (!isJson) return text;
  throw new StudioError({
    code: 'source.type',
    message: `What ${host} answers is JSON without the text of a proposal.`,
    hint: 'Give the address of the Markdown itself, or paste it.',
  });
}

/** The text of a proposal that was handed on as JSON; undefined where it is none. */
export function markdownOf(json: string): string | undefined {
  try {
    const found: unknown = JSON.parse(json);
    const holds = typeof found === 'object' && found !== null && 'markdown' in found;
    return holds && typeof found.markdown === 'string' ? found.markdown : undefined;
  } catch {
    return undefined;
  }
}

function decoded(bytes: Uint8Array, host: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Below.
  }
  throw new StudioError({
    code: 'source.not-text',
    message: `What ${host} answers is no text in UTF-8.`,
    hint: 'Give the address of the Markdown itself, or paste it.',
  });
}

const otherType = (type: string, host: string): StudioError =>
  new StudioError({
    code: 'source.type',
    message: `What ${host} answers is ${type === 'text/html' ? 'a page (text/html)' : type.slice(0, 60)}, not the text of a proposal.`,
    hint: 'Give the address of the Markdown itself (such as that behind "Raw" of a file, or /raw/<number> of a forum), or paste the text.',
  });
