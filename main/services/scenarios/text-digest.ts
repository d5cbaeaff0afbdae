import { createHash } from 'node:crypto';

/** What a text is known by: `sha256:` and 64 hexadecimal digits over its UTF-8. */
export const textDigest = (text: string): string =>
  `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
