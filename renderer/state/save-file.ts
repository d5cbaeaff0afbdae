import { createPatience } from '../sim/patience.ts';
import { studioInfo } from './scenario-queries.ts';
import type { Studio } from './studio.ts';

/** A piece of text; as bytes, in UTF-8. */
type Piece = string | Uint8Array<ArrayBuffer>;

/** A file to hand to the user: its text in pieces, or its bytes. */
export type OfferedFile = {
  readonly name: string;
  /** Such as `text/csv`. */
  readonly type: string;
} & ({ readonly text: Iterable<Piece> } | { readonly bytes: Blob });

/** Asks where to in a desktop window; a browser puts it among its downloads. */
export async function saveFile(studio: Studio, file: OfferedFile): Promise<void> {
  const { name, type } = file;
  const whole =
    'bytes' in file ? file.bytes : new Blob(await gathered(file.text), { type: `${type};charset=utf-8` });
  const { door } = await studio.queries.fetchQuery(studioInfo(studio.client));
  if (door !== 'desktop') download(name, whole);
  else {
    const contents = 'bytes' in file ? { base64: await base64Of(whole) } : { text: await whole.text() };
    await studio.client.call('exports.save', { name, ...contents });
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
async function gathered(text: Iterable<Piece>): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const patience = createPatience();
  for (const piece of text) {
    pieces.push(piece);
    await patience.whenDue();
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
