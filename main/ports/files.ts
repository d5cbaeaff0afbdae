/** What became of an attempt to read a file. */
export type FileContent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  /** Larger than the limit it was asked with; nothing was read. */
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'unreadable'; readonly because: string };

/** The file system, as far as the studio uses it. Paths are absolute. */
export interface Files {
  /** Looks at the size first and reads nothing above `limitBytes`. */
  read(path: string, limitBytes: number): Promise<FileContent>;
  /** Names of the folders in a folder, sorted; none where there is no such folder. */
  foldersIn(folder: string): Promise<readonly string[]>;
  /** Names of all files under a folder, relative to it, with `/` between parts, sorted. */
  filesUnder(folder: string): Promise<readonly string[]>;
  /** Writes a file whole: a crash leaves the old or the new, never half. Throws `file.unwritable`. */
  write(path: string, text: string): Promise<void>;
}
