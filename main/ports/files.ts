/** What became of an attempt to read a file. */
export type FileContent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  /** Larger than the limit it was asked with; nothing was read. */
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'unreadable'; readonly because: string };

/** A file that readers may see half done. */
export interface GrowingFile {
  /** Throws `file.unwritable`. */
  add(text: string): Promise<void>;
  close(): Promise<void>;
}

/** A folder as it stood when it was looked at. */
export interface FolderStamp {
  readonly name: string;
  /** When a file was last made, replaced or removed in it, in milliseconds since 1970. */
  readonly changedMs: number;
  /** The same text as long as the folder and the file beside are as they were. */
  readonly stamp: string;
}

/** The file system, as far as the studio uses it. Paths are absolute. A full disk is `file.no-room` in the place of `file.unwritable`. */
export interface Files {
  /** Looks at the size first and reads nothing above `limitBytes`. */
  read(path: string, limitBytes: number): Promise<FileContent>;
  /** Where a path leads once every link in it is followed; undefined where nothing is there. */
  realPath(path: string): Promise<string | undefined>;
  /** Names of the folders in a folder, sorted; none where there is no such folder. */
  foldersIn(folder: string): Promise<readonly string[]>;
  /** Names of all files under a folder, relative to it, with `/` between parts, sorted. */
  filesUnder(folder: string): Promise<readonly string[]>;
  /** Every file under a folder with its size and the time of its last change, sorted by name. */
  stampsUnder(folder: string): Promise<readonly string[]>;
  /** Each folder in a folder, sorted by name: what changes when a file is made in it, or `beside` in it is changed. */
  folderStamps(folder: string, beside: string): Promise<readonly FolderStamp[]>;
  /** Makes a folder and those above it. Throws `file.unwritable`. */
  makeFolder(folder: string): Promise<void>;
  /** Writes a file whole, in pieces where it comes so: a crash leaves the old or the new, never half. Throws `file.unwritable`. */
  write(path: string, content: string | Uint8Array | Iterable<string | Uint8Array>): Promise<void>;
  /** Empties a file, or makes it, and lets text be added to its end while others read it. Throws `file.unwritable`. */
  grow(path: string): Promise<GrowingFile>;
  /** Removes a file; nothing where there is none. Throws `file.unwritable`. */
  remove(path: string): Promise<void>;
  /** Removes a folder and all in it; nothing where there is none. Throws `file.unwritable`. */
  removeFolder(folder: string): Promise<void>;
  /** Removes what writes that a crash cut off have left under a folder. */
  removeUnfinished(folder: string): Promise<void>;
  /** Finishes a write of several files of a folder that a crash cut off when all of them were whole. */
  finishTogether(folder: string): Promise<void>;
}
