import { withoutPasswords } from '../queue/queue-address.ts';

/** The command line as a person types it into a shell of POSIX, from its words; the password of a queue is left out. */
export const commandLine = (words: readonly string[]): string =>
  ['depin-studio', ...words.map((word) => quoted(withoutPasswords(word)))].join(' ');

const quoted = (word: string): string =>
  /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
