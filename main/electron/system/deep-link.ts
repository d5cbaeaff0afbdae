import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { WindowRequest } from '../../api/window/window-api.ts';

/** The scheme that the installer gives to the studio. */
export const linkScheme = 'depin-studio';

/** A web page may hold a link, so it can hold what a proposal may: 256 kB of text. */
const longest = 256 * 1024;
const simpleName = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u;

export const isLink = (text: string): boolean => text.toLowerCase().startsWith(`${linkScheme}:`);

/**
 * What a link such as `depin-studio://verify?text=…&name=…` asks for. Anybody can write one, so it can only show a proposal's text on
 * the Verify screen, which runs nothing before the person says so; it names no file and no address. Throws `link.not-understood`.
 */
export function readLink(link: string): WindowRequest {
  if (link.length > 3 * longest || !URL.canParse(link)) throw refused('it is no address');
  const { protocol, host, pathname, searchParams, username, port, hash } = new URL(link);
  if (protocol !== `${linkScheme}:` || host !== 'verify') throw refused('the studio knows only verify');
  if (![pathname, username, port, hash].every((part) => ['', '/'].includes(part)))
    throw refused('it has parts that mean nothing');
  const names = [...searchParams.keys()];
  if (names.some((name) => !['text', 'name'].includes(name)) || new Set(names).size < names.length)
    throw refused('it takes one text and one name');
  const text = searchParams.get('text') ?? '';
  if (text.trim() === '' || text.length > longest || hasControls(text))
    throw refused('its text is empty, too long or no text');
  const name = searchParams.get('name') ?? 'proposal from a link';
  if (!simpleName.test(name)) throw refused('its name is no plain name');
  return { kind: 'file', name: `${name}.md`, text };
}

/** True where there are characters that no text file has. */
const hasControls = (text: string): boolean =>
  [...text].some((sign) => sign < ' ' && !['\n', '\r', '\t'].includes(sign));

const refused = (because: string): StudioError =>
  new StudioError({
    code: 'link.not-understood',
    message: `The link cannot be opened: ${because}.`,
    hint: `A link is ${linkScheme}://verify?text=<the proposal, percent-encoded>&name=<what to call it>.`,
  });
