import { studioInfo } from './scenario-queries.ts';
import type { Studio } from './studio.ts';

/** A file to hand to the user: its text in pieces, or its bytes. */
export type OfferedFile = {
  readonly name: string;
  /** Such as `text/csv`. */
  readonly type: string;
} & ({ readonly text: Iterable<string> } | { readonly bytes: Blob });

/** Longest that the page may be kept busy at a stretch, in milliseconds. */
const slice = 12;

/** Asks where to in a desktop window; a browser puts it among its downloads. */
export async function saveFile(studio: Studio, file: OfferedFile): Promise<void> {
  const { name, type } = file;
  const pieces = 'text' in file ? await gathered(file.text) : undefined;
  const { door } = await studio.queries.fetchQuery(studioInfo(studio.client));
  if ('bytes' in file) {
    if (door === 'desktop')
      await studio.client.call('exports.save', { name, base64: await base64Of(file.bytes) });
    else download(name, file.bytes);
  } else if (pieces !== undefined) {
    if (door === 'desktop') await studio.client.call('exports.save', { name, text: pieces.join('') });
    else download(name, new Blob(pieces, { type: `${type};charset=utf-8` }));
  }
}

/** Bytes as the doors carry them. */
async function base64Of(bytes: Blob): Promise<string> {
  const reader = new FileReader();
  return await new Promise((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(bytes);
  });
}

/** All pieces, made in slices so that a file of many seeds does not freeze the page. */
async function gathered(text: Iterable<string>): Promise<string[]> {
  const pieces: string[] = [];
  let until = performance.now() + slice;
  for (const piece of text) {
    pieces.push(piece);
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    until = performance.now() + slice;
  }
  return pieces;
}

function download(name: string, contents: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(contents);
  link.download = name;
  link.click();
  // The browser reads the address some time after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
