/** The command line as a person types it into a shell of POSIX, from its words. */
export const commandLine = (words: readonly string[]): string =>
  ['depin-studio', ...words.map(quoted)].join(' ');

const quoted = (word: string): string =>
  /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
