/** Asks the person for a folder. Only the desktop has one. */
export interface FolderDialog {
  /** An absolute path, or null if the person chose none. */
  choose(): Promise<string | null>;
}
