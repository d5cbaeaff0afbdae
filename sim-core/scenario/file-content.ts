import type { Problem } from '../contract/errors.ts';
import { decodeText } from './decode-text.ts';

/** What became of an attempt to read a file. */
export type FileContent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  /** Larger than the limit it was asked with; nothing was read. */
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'unreadable'; readonly because: string };

/**
 * Reads a file beside the scenario: `name` is relative to the scenario's folder. It looks at the size first and reads
 * nothing above `limitBytes`.
 */
export type ReadFile = (name: string, limitBytes: number) => Promise<FileContent>;

/** The text of a file, or the problem that a person has to mend. `file` is the name that messages use. */
export function textOf(
  content: FileContent,
  file: string,
  limitBytes: number,
): { readonly text: string } | { readonly problem: Problem } {
  const problem = (code: string, message: string, hint: string) => ({
    problem: { code, message, hint, where: file },
  });
  switch (content.kind) {
    case 'missing':
      return problem(
        'file.missing',
        `There is no file ${file}.`,
        'Check the name; it is relative to the scenario file.',
      );
    case 'unreadable':
      return problem(
        'file.unreadable',
        `${file} cannot be read: ${content.because}.`,
        'Check its permissions.',
      );
    case 'too-large':
      return problem(
        'file.too-large',
        `${file} has ${content.size} bytes: more than the ${limitBytes} that are read.`,
        'Name the right file, or keep only the rows and columns that the scenario uses.',
      );
    case 'bytes': {
      const decoded = decodeText(content.bytes);
      if (decoded.ok) return { text: decoded.text };
      return problem(
        'file.not-text',
        `${file} is not a text file: it ${decoded.because} (byte ${decoded.offset + 1}).`,
        'Save it as UTF-8 text.',
      );
    }
  }
}
